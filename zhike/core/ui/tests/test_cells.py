"""No name can put markup into a page, whichever word shows it."""

from types import SimpleNamespace

import pytest
from django import forms
from django.template import Context, Template
from django.utils.safestring import SafeString

from zhike.core.ui import cells

EVIL = '"><script>alert(1)</script>'


@pytest.mark.parametrize(
    "cell",
    [
        cells.icon(EVIL, "", EVIL),
        cells.seal(SimpleNamespace(pk=7, name=EVIL)),
        cells.avatar(EVIL),
        cells.who(SimpleNamespace(name=EVIL)),
        cells.badge(EVIL, "bad", "clock"),
        cells.badge(EVIL, EVIL),
        cells.health(EVIL, EVIL),
        cells.cord([EVIL], EVIL),
        cells.reference(EVIL),
        cells.link(EVIL, EVIL, EVIL),
        cells.muted(EVIL),
        cells.progress(1, 2, EVIL),
        cells.highlighted(EVIL, ["script"]),
    ],
)
def test_it_escapes_what_people_typed(cell: str) -> None:
    assert isinstance(cell, SafeString)
    assert "<script" not in cell
    assert '""' not in cell.replace('=""', "")


def test_it_escapes_in_templates_too() -> None:
    page = Template(
        "{% who name %}{% badge name 'good' %}{% empty 'client' name name name name %}{% field form.name %}"
    )
    form = type("Form", (forms.Form,), {"name": forms.CharField(label=EVIL, help_text=EVIL)})({"name": ""})
    assert "<script" not in page.render(Context({"name": EVIL, "form": form}))


def test_it_marks_what_was_found_whatever_its_case() -> None:
    assert cells.highlighted("Qing & 晴川", ["qing", "晴"]) == "<mark>Qing</mark> &amp; <mark>晴</mark>川"


def test_it_shows_a_dash_for_nobody() -> None:
    assert "–" in cells.who(None)


def test_it_measures_progress_without_dividing_by_nothing() -> None:
    assert ">0%<" in cells.progress(0, 0, "Importing")
