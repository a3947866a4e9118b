"""Files come by choosing, by dropping and by pasting."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from tests.stories.dropping import carried, drop, paste
from zhike.core.files.models import Attachment

pytestmark = pytest.mark.browser


def test_files_are_chosen_dropped_and_pasted(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, f"/clients/{cast.qingchuan.reference}/?tab=files")
    place = page.locator(f"#files-{cast.qingchuan.reference} form.drop")
    place.locator("input[type=file]").set_input_files(
        {"name": "chosen.txt", "mimeType": "text/plain", "buffer": b"Chosen"}
    )
    expect(place.locator(".file-name")).to_have_text(["chosen.txt"])
    drop(place, carried(page, "dropped.txt", "Dropped"))
    expect(place.get_by_role("link", name="dropped.txt")).to_be_visible()
    paste(place, carried(page, "pasted.txt", "Pasted"))
    expect(place.get_by_role("link", name="pasted.txt")).to_be_visible()
    drop(place, carried(page, "harmless.pdf", "MZ not a document"))
    expect(place.locator("[data-error]")).to_contain_text("harmless.pdf")
    assert sorted(Attachment.objects.on(cast.qingchuan).values_list("name", flat=True)) == [
        "chosen.txt", "dropped.txt", "pasted.txt",
    ]  # fmt: skip
