"""Every page in Chinese holds no English of ours: a text that is not marked, or not translated, fails here."""

import re

import pytest
from django.utils.translation import override, trans_real

from tests.architecture.makers import MAKERS
from tests.architecture.reading import read
from tools import messages
from zhike.clients.models import Client, Contact
from zhike.core.access.models import Team, User
from zhike.core.clock.models import Calendar
from zhike.core.fields.models import FieldDefinition
from zhike.core.record.fields import CurrencyField
from zhike.core.timeline.kinds import KINDS

# Brand, formats, units and what is written as it is in every language.
ALLOWED = {"zhike", "csv", "utf", "markdown", "api", "english", "id", "kb", "mb", "pdf", "zip", "mon", "fri", "sun"}
ALLOWED |= {"webhook", "http", "https", "post", "json"}
WORD = re.compile(r"[A-Za-z][A-Za-z’']+")
PLAIN = re.compile(
    r"\S+@\S+|https?://\S+|\{\w+\}|[A-Z]\w+(?:/[\w+-]+)+"  # addresses, places to fill, time zones
    r"|\([a-z_]+\.[a-z_]+\)"  # what programs call an event
    r"|(?<![A-Za-z])[A-Z]{2}(?:-\d+|-[A-Z]{2})?(?![A-Za-z])"  # references, countries and their parts
    rf"|(?<![A-Za-z])(?:{'|'.join(CurrencyField.OFFERED)})(?![A-Za-z])",
    re.ASCII,
)
PAGES = ("list", "add", "detail", "edit", "filters")
ELSEWHERE = (
    "/", "/waiting/", "/search/", "/search/?q=%E9%9B%A8", "/jobs/", "/notifications/", "/preferences/",
    "/todos/?owner=me", "/clients/import/", "/contacts/import/", "/settings/", "/settings/company/", "/nowhere/",
)  # fmt: skip


def english(page: str, names: set[str]) -> list[str]:
    """The runs of words that hold Latin letters, once what is data is taken out."""
    return [words for words in read(page) if _left(words, names)]


def _left(words: str, names: set[str]) -> list[str]:
    for name in sorted(names, key=len, reverse=True):
        words = words.replace(name, "")
    return [word for word in WORD.findall(PLAIN.sub("", words)) if word.lower() not in ALLOWED]


@pytest.fixture(scope="module", autouse=True)
def _compiled():
    """What the catalogue says now, whenever it was compiled."""
    messages.compile_all()
    trans_real._translations.clear()


@pytest.fixture
def chinese(cast, browse):
    cast.ada.language = "zh-hans"
    cast.ada.save()
    return browse(cast.ada)


def names_in(*records) -> set[str]:
    """What people called so, not we."""
    called = [model.objects.values_list("name", flat=True) for model in (User, Team, Client, Contact, Calendar)]
    called += [FieldDefinition.objects.values_list("key", flat=True)]
    return {str(one) for one in records}.union(*called)


@pytest.mark.parametrize("page", PAGES)
def test_its_pages_hold_no_english(resource, page, cast, chinese):
    record = MAKERS[resource.name](cast, 1)
    if resource.has(page):
        url = resource.url(page, record) if page in ("detail", "edit") else resource.url(page)
        answer = chinese.get(url, follow=True)
        assert english(answer.content.decode(), names_in(record)) == []


def test_it_says_what_is_wrong_in_chinese(resource, cast, chinese):
    if resource.add_url:
        answer = chinese.post(resource.add_url, {"phones": "-", "emails": "-", "name": ""})
        assert english(answer.content.decode(), names_in()) == []


def test_its_steps_ask_and_refuse_in_chinese(owner, step, cast, chinese):
    record = MAKERS[owner.name](cast, 1)
    url = owner.url("step", record, step=step.name)
    for answer in (chinese.get(url, follow=True), chinese.post(url, follow=True)):
        assert english(answer.content.decode(), names_in(record)) == []


def test_every_event_is_told_in_chinese():
    with override("zh-hans"):
        told = {name: str(kind.sentence) for name, kind in KINDS.items()}
    assert {name: said for name, said in told.items() if _left(said, set())} == {}


@pytest.mark.parametrize("url", ELSEWHERE)
def test_the_other_pages_hold_no_english(url, cast, chinese):
    assert english(chinese.get(url, follow=True).content.decode(), names_in()) == []
