"""Tables of pages as files: whoever takes one out may, and it is noted, whichever page it is."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.timeline.models import Event

HOUSE = Path(__file__).parents[3]
PAGES = ("/figures/activity.csv", "/stages/figures.csv", "/owed/?as=csv")
OTHERS = {  # who made the import has its rejects; administrators have the audit, told as a kind of its own
    "core/pages/table_file.py", "surfaces/exchange/export/files.py", "surfaces/exchange/views.py",
    "surfaces/operations/audit_views.py", "surfaces/api/openapi.py", "core/base/files.py",
    "core/files/content.py", "surfaces/api/exporting.py", "surfaces/exchange/forms.py",
    "domains/projects/bringing/views.py", "clients/purchases/views.py",
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_reader_takes_none_out_and_what_is_taken_is_noted(client: Browser, cast: Cast, page: str) -> None:
    client.force_login(cast.rita)
    assert client.get(page).status_code == 403
    client.force_login(cast.lena)
    answer = client.get(page)
    assert answer["Content-Type"] == "text/csv; charset=utf-8" and answer.content.startswith("\ufeff".encode())
    told = Event.objects.get(kind="export.taken")
    assert (told.actor, told.facts["sort"]) == (cast.lena, "csv")


def test_no_other_page_makes_a_csv_by_itself() -> None:
    made: dict[str, Any] = {
        str(path.relative_to(HOUSE)): re.search("text/csv", path.read_text())
        for path in HOUSE.rglob("*.py")
        if "tests" not in path.parts
    }
    assert {name for name, found in made.items() if found} == OTHERS
