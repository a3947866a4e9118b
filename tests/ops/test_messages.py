"""The translation checker finds what is missing, fuzzy, untranslated or no longer used."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tools import messages, texts

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A program of one module and one template, with the given translations."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "knot.py").write_text('label = _("Knot")\nmany = ngettext("%(n)s loop", "%(n)s loops", n)\n')
    (tmp_path / "templates/page.html").write_text('{% load i18n %}{% translate "Cord" context "noun" %}')
    po = tmp_path / "locale/zh_Hans/LC_MESSAGES/django.po"
    po.parent.mkdir(parents=True)
    monkeypatch.setattr(messages, "LOCALES", tmp_path / "locale")
    monkeypatch.setattr(texts, "PACKAGE", tmp_path)
    texts.found.cache_clear()

    def translated(entries: str) -> Path:
        po.write_text(HEADER + entries)
        return po

    return translated


def test_it_finds_each_kind_of_fault(program: Callable[[str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    program(
        'msgid "Knot"\nmsgstr ""\n\n#, fuzzy\nmsgctxt "noun"\nmsgid "Cord"\nmsgstr "绳"\n\nmsgid "Old"\nmsgstr "旧"\n'
    )
    assert messages.check() == 1
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "zh_Hans: missing: '%(n)s loop'",
        "zh_Hans: obsolete: 'Old'",
        "zh_Hans: fuzzy: 'Cord' (noun)",
        "zh_Hans: untranslated: 'Knot'",
    ]


def test_it_keeps_translations_when_it_adds_what_is_missing(program: Callable[[str], Path]) -> None:
    po = program('msgid "Knot"\nmsgstr "结"\n\nmsgid "Old"\nmsgstr "旧"\n')
    messages.update()
    text = po.read_text()
    assert 'msgid "Knot"\nmsgstr "结"' in text
    assert 'msgctxt "noun"\nmsgid "Cord"\nmsgstr ""' in text
    assert 'msgid_plural "%(n)s loops"' in text
    assert "Old" not in text
    assert "#:" not in text


def test_it_is_content_with_a_complete_translation(program: Callable[[str], Path]) -> None:
    program(
        'msgid "Knot"\nmsgstr "结"\n\nmsgctxt "noun"\nmsgid "Cord"\nmsgstr "绳"\n\n'
        'msgid "%(n)s loop"\nmsgid_plural "%(n)s loops"\nmsgstr[0] "%(n)s 个环"\n'
    )
    assert messages.check() == 0
