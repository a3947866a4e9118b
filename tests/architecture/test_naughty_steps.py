"""Odd texts through the questions of every step, and through fields of one's own: to page, list and history."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.test import Client as Browser
from django.utils import timezone

from tests.architecture import naughty
from tests.architecture.makers import MAKERS
from tests.architecture.test_naughty import faults_of, run_formulas
from tests.cast import Cast
from zhike.agreements.twins.steps import OfTextForm
from zhike.agreements.words.sentences import is_chinese
from zhike.core.discussion.workflows import comment
from zhike.core.fields.models import FieldDefinition
from zhike.core.mail.message import message_of
from zhike.core.mail.models import Letter
from zhike.core.notify.digest import send_digests
from zhike.core.notify.models import Reason, Way
from zhike.core.notify.wishes import wish
from zhike.core.record.step_form import StepForm
from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.delivery import deliver_all

TAKEN = (200, 302, 303)
SAID_IN_ENGLISH = "The very same words once more, as they are said in plain English: "
SAID_IN_CHINESE = "同样的这些话，现在用中文再完整地说一遍："
LONGEST_TWIN = 10_000
TUESDAY = datetime(2026, 11, 24, 12, tzinfo=UTC)


def answers_to(form: Any, said: Iterator[str]) -> tuple[dict[str, Any], list[str]]:
    """What to post: the first choice, a day next week, and odd words wherever somebody writes. (answers, odd words)"""
    answers, odd = dict[str, Any](), list[str]()
    for name, field in form.fields.items():
        given = form.get_initial_for_field(field, name)
        if given not in (None, "", []):
            answers[name] = getattr(given, "pk", given)
        if type(field) is forms.CharField and not isinstance(field.widget, forms.HiddenInput):
            answers[name] = next(said)[: field.max_length]
            odd.append(answers[name])
        elif name not in answers and field.required:
            answers[name] = _plain(field)
    return {form.add_prefix(name): value for name, value in answers.items()}, odd


def of_a_text(record: Any, answers: dict[str, Any], odd: list[str]) -> list[str]:
    """A twin is that of a text which stands there, in the other language; the odd words that are left."""
    text = next(record.texts(), None)
    answers["of"] = text.key if text else ""
    if "twin" not in answers or text is None:
        return []
    answers["twin"] = in_the_other(text.words, answers["twin"])[:LONGEST_TWIN]
    return odd[1:]


def in_the_other(text: str, odd: str) -> str:
    """Odd words in a sentence of the language in which the text is not."""
    return f"{SAID_IN_ENGLISH if is_chinese(text) else SAID_IN_CHINESE}{odd}"


def _form(step: Any, record: Any, by: Any) -> Any:
    return step.form(**({"record": record, "by": by} if issubclass(step.form, StepForm) else {}))


def _plain(field: forms.Field) -> Any:
    if isinstance(field, forms.ChoiceField):
        values = [value for value, _label in field.choices if value not in ("", None)]
        return str(values[0]) if values else ""
    if isinstance(field, forms.DateTimeField):
        return (timezone.localtime() + timedelta(days=7)).strftime("%Y-%m-%dT%H:%M")
    if isinstance(field, forms.DateField):
        return str(timezone.localdate() + timedelta(days=7))
    return "on" if isinstance(field, forms.BooleanField) else "1"


def test_none_breaks_a_step_or_comes_through_as_markup(cast: Cast) -> None:
    browser, said, taken, refused = Browser(), cycle(naughty.ALL), list[str](), list[str]()
    browser.force_login(cast.ada)
    for owner in RESOURCES.values():
        for number, step in enumerate([one for one in owner.steps.values() if one.form], 1):
            record = MAKERS[owner.name](cast, number)
            if not step.offered_to(cast.ada, record):
                continue
            answers, odd = answers_to(_form(step, record, cast.ada), said)
            if issubclass(step.form, OfTextForm):
                odd = of_a_text(record, answers, odd)
            for of, twin in (("note", "note_twin"), ("reason", "reason_twin")):
                if twin in answers:
                    answers[twin] = in_the_other(answers[of], answers[twin])[:500]
            if not odd:
                continue
            answer = browser.post(owner.url("step", record, step=step.name), answers)
            assert answer.status_code in (*TAKEN, 422), (owner.name, step.name, answers)
            if answer.status_code == 422:
                refused.append(f"{owner.name}.{step.name}")
                assert faults_of(answer.text) == [], (owner.name, step.name)
                continue
            taken += odd
            for address in (owner.url("detail", record), f"/{owner.name}/", f"/clients/{cast.qingchuan.reference}/"):
                shown = browser.get(address, follow=True)
                assert shown.status_code in (200, 404), address
                assert faults_of(shown.text) == [], (owner.name, step.name, address)
    assert len(taken) > 0.8 * len(naughty.ALL), (len(taken), refused)
    assert len(refused) < 10, refused


@pytest.mark.parametrize("kind", ["text", "long", "choice"])
def test_none_breaks_a_field_of_ones_own_or_comes_through_it(cast: Cast, tmp_path: Path, kind: str) -> None:
    """Its name, its hint, its choices and what is written there."""
    odd = [one for one in naughty.MARKUP + naughty.TEMPLATES if one.isprintable()]
    words = [" ".join(odd[first : first + 6]) for first in range(0, len(odd), 6)]
    formulas = [one.strip() for one in naughty.FORMULAS]
    FieldDefinition.objects.add(
        by=cast.ada, record_type="clients.client", key="odd", kind=kind, label=odd[0], label_zh=odd[7], hint=odd[12],
        choices="\n".join(words + formulas) if kind == "choice" else "",
    )  # fmt: skip
    browser, reference = Browser(), cast.qingchuan.reference
    browser.force_login(cast.ada)
    for said in words:
        cast.qingchuan.amend(by=cast.lena, own_odd=said)
        pages = (f"/clients/{reference}/?tab=facts", f"/clients/{reference}/edit/", "/clients/?columns=name,own_odd")
        for address in pages:
            answer = browser.get(address)
            assert (answer.status_code, faults_of(answer.text)) == (200, []), (address, said)
    for said in formulas:
        cast.qingchuan.amend(by=cast.lena, own_odd=said)
        assert list(run_formulas("clients", cast, tmp_path / "clients.csv")) == []
    paper = browser.get(f"/documents/{reference}/dossier.pdf")
    assert (paper.status_code, paper.content[:4]) == (200, b"%PDF")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_none_comes_through_the_daily_mail(cast: Cast, language: str) -> None:
    cast.omar.prefer(by=cast.omar, language=language)
    wish(cast.omar, by=cast.omar, ways={Reason.MENTIONED: Way.DIGEST})
    cast.lena.amend(by=cast.ada, name=f"Lena{naughty.MARKUP[8]}")
    for said in (naughty.MARKUP[0], naughty.MARKUP[7], naughty.MARKUP[15], *naughty.TEMPLATES):
        cast.qingchuan.amend(by=cast.lena, name=f"晴川{said}", short_name=said[:40])
        comment(cast.qingchuan, by=cast.lena, text=f"@{cast.omar.name} {said}")
        deliver_all()
    send_digests(TUESDAY)
    letter = Letter.objects.get(to=cast.omar.email)
    sent = message_from_bytes(message_of(letter, "desk@zhike.example").as_bytes(), policy=policy.default)
    page = sent.get_body(("html",)).get_content()
    assert [fault for fault in faults_of(page) if not fault.startswith("<style")] == []
    assert "SHOUTED" not in sent.get_body(("plain",)).get_content()
