"""What was exported can be imported again, and changes nothing: for everything that can be imported."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.architecture.makers import MAKERS
from tests.cast import Cast
from zhike.core.base.formulas import neutral, restored
from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.models import Event
from zhike.surfaces.exchange.engine import run
from zhike.surfaces.exchange.export.leaving import Wish
from zhike.surfaces.exchange.export.taking import write_at_once
from zhike.surfaces.exchange.exports import EXPORTS
from zhike.surfaces.exchange.opening import open_file
from zhike.surfaces.exchange.targets import targets_of

ODD = ["=1+1", "+86 138", "-5", "@x", "'=1", "''+2", '"', 'say "so"', "a,b", "a;b", "007", "1e5", "公式", "＝求和",
       "two\nlines", "two\r\nlines", "\ttab", "<b>Ω</b>", "𝕏", "0", "-", "TRUE", "2026-03-05", "1.10", "陈岚、周敏",
       "CL-1", "x (CL-9)", "null", "'", "\u202eabc", "•••"]  # fmt: skip
SAID = st.sampled_from(ODD) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40
)


@given(st.text(max_size=12) | st.sampled_from(ODD))
def test_what_was_made_harmless_comes_back(text: str) -> None:
    assert restored(neutral(text)) == text


@pytest.mark.parametrize("sort", ["csv", "xlsx", "jsonl"])
@pytest.mark.parametrize("name", sorted(name for name, one in RESOURCES.items() if one.importable))
def test_it_changes_nothing(cast: Cast, name: str, sort: str, tmp_path: Path) -> None:
    resource = RESOURCES[name]
    records = [MAKERS[name](cast, number) for number in (1, 2, 3)]
    form = resource.form(by=cast.ada)
    texts = [
        one.name for one in targets_of(resource, form).values()
        if one.kind == "text" and one.name in form.fields and type(form.fields[one.name]).__name__ == "CharField"
    ]  # fmt: skip

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.dictionaries(st.sampled_from(texts), SAID, max_size=6), min_size=3, max_size=3))
    def holds(values: list[dict[str, str]]) -> None:
        for record, said in zip(records, values, strict=True):
            _, wrong = form.clean_row(said, list(said))
            passed = {one: form.cleaned_data[one] for one in said if one not in wrong and one in form.cleaned_data}
            record.refresh_from_db()
            record.amend(by=cast.ada, **passed)
        there_and_back(cast.ada, name, tmp_path / f"all.{sort}")

    holds()


def there_and_back(by: Any, name: str, path: Path, program: str = "") -> None:
    count = write_at_once(path, Wish(name, columns="all", program=program), path.suffix[1:], by=by)
    told = Event.objects.count()
    of = run(open_file(path, path.name, resource=name, by=by))
    assert of.counts == {"created": 0, "updated": 0, "unchanged": count, "rejected": 0}, faults(of)
    assert Event.objects.count() == told
    assert of.warnings == {}


def test_teams_people_and_days_that_have_passed_are_no_news(cast: Cast, tmp_path: Path) -> None:
    """All that an export writes is understood, and what stands there already is not told as left out."""
    cast.qingchuan.amend(by=cast.ada, team=cast.lena.team, owner=cast.lena, deputy=cast.omar)
    talk = MAKERS["conversations"](cast, 1)
    type(talk).objects.filter(pk=talk.pk).update(follow_up_on=date(2020, 1, 6))
    for name in ("clients", "conversations"):
        there_and_back(cast.ada, name, tmp_path / f"{name}.csv")


def faults(of: Any) -> list[Any]:
    changed = Event.objects.filter(kind="record.edited", facts__import=of.pk).values_list("facts", flat=True)
    return [reject.faults for reject in of.rejects.all()] + list(changed)


@pytest.mark.parametrize(("program", "name"), [(program, name) for program, kinds in EXPORTS.items() for name in kinds])
def test_in_the_words_of_another_program_it_changes_nothing(
    cast: Cast, program: str, name: str, tmp_path: Path
) -> None:
    """Each column under the program's header, whatever stands in it."""
    for number in (1, 2, 3):
        MAKERS[name](cast, number).amend(by=cast.ada, **full(name, number))
    there_and_back(cast.ada, name, tmp_path / "all.csv", program=program)


def full(name: str, number: int) -> dict[str, Any]:
    """Something in every text of its form that takes it, and in what the programs have words for."""
    form = RESOURCES[name].form(by=None)
    said = {
        "phones": f"+86 571 8888 66{number}6", "emails": f"a{number}@b.example", "website": "https://example.com",
        "country": "DE", "size": "11-50", "kind": "mail", "direction": "out", "minutes": str(number), "tags": "A; b",
    }  # fmt: skip
    texts = {key: f"{key} {number}" for key, field in form.fields.items() if type(field).__name__ == "CharField"}
    said = {key: value for key, value in (texts | said).items() if key in form.fields}
    _, wrong = form.clean_row(said, list(said))
    return {key: form.cleaned_data[key] for key in said if key not in wrong and key in form.cleaned_data}
