"""Nothing that we typed stands behind a signed link, or in a letter to a contact, without its other wording.

All of it is typed in Chinese with a twin in English, and read in English: a Chinese word whose twin does not stand
above it on the page was forgotten. Names stay as they are, and so do the client's own words.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from html.parser import HTMLParser
from itertools import count
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.agreements.contracts.models import Contract, Instalment
from zhike.agreements.models import Clause, Constraint, Decision, Entry
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.twinned import Twinned, twinned_models
from zhike.agreements.workflows import read_back
from zhike.core.files.models import Attachment
from zhike.core.links.models import Link
from zhike.core.links.purposes import PURPOSES
from zhike.core.mail.models import Letter
from zhike.domains.meetings.workflows import plan
from zhike.domains.projects.models import Deliverable, Project
from zhike.domains.projects.reviewing import ask_for_review
from zhike.domains.projects.tests.conftest import PNG
from zhike.domains.requirements.inquiries.models import Guide, Inquiry
from zhike.domains.requirements.inquiries.views import ANSWERS
from zhike.domains.requirements.tryouts.models import Tryout
from zhike.domains.requirements.tryouts.views import TRYING

HAN = re.compile(r"[\u3400-\u9fff]+")
NAMES = (
    "Lena 林娜", "陈岚", "陈总", "杭州晴川医疗科技有限公司", "晴川医疗", "简体中文", "中文", "知客",
    "知每一位客", "守每一句诺"
)  # fmt: skip
NOTE = {"note": "请三天内看一下", "note_twin": "Please look at it within three days"}
THEIRS = "这是她自己的话"
NUMBER = count(1)


def in_english(record: Any, by: Any) -> Any:
    """All its texts get a twin."""
    for text in record.texts():
        lines = [f"English wording {next(NUMBER)} of it" for _line in text.words.splitlines()]
        record.write_twin(by=by, of=text.key, twin="\n".join(lines))
    return record


class Shown(HTMLParser):
    """The words of a page in their order, with those for readers who do not see it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += [said for name, said in attrs if said and name in ("alt", "title", "aria-label", "placeholder")]


def pairs() -> dict[str, str]:
    """Every typed text, line by line, with how it reads in English."""
    both = [(one.text, one.twin) for one in Entry.objects.exclude(twin="")]
    both += [
        (link.facts["note"], link.facts["note_twin"]) for link in Link.objects.all() if link.facts.get("note_twin")
    ]
    both += NOTE.values(), ("临时有事", "Something came up")
    for model in twinned_models():
        for twin in Twin.objects.filter(record_type=model._meta.label_lower):
            text = model._base_manager.get(pk=twin.record_id).text_of(twin.key)
            both.append((text.words, twin.text))
    return {
        text.strip(): other.strip()
        for words, twin in both
        for text, other in [(words, twin), *zip(words.splitlines(), twin.splitlines(), strict=False)]
    }


def alone(words: str) -> list[str]:
    """Chinese that stands there without its English above or beside it."""
    for text, twin in sorted(pairs().items(), key=lambda pair: -len(pair[0])):
        if twin in words:
            head, _twin, rest = words.partition(twin)
            words = head + twin + rest.replace(text, "")
    for name in (*NAMES, THEIRS):
        words = words.replace(name, "")
    return HAN.findall(words)


def confirm(cast: Cast) -> str:
    said = {
        "question": "做几个入口？", "subject": "首页", "measure": "三秒内打开", "alternatives": "四个入口",
        "reason": "老人看不清",
    }  # fmt: skip
    of = {"by": cast.lena, "client": cast.qingchuan, "contact": cast.clara, "owner": cast.lena}
    decision = Decision.objects.add(**of, side="them", text="做两个入口", twin="Two entrances", **said)
    agreed = {"text": "每周一会", "twin": "A meeting each week", "contact_agreed": cast.clara, "how": "call"}
    before = Clause.objects.add(**of, aspect="term", **agreed)
    before.renegotiate(by=cast.lena, text="每月一会", twin="A meeting each month", reason="太多")
    clause = before.successors.get()
    for entry in (decision, clause):
        in_english(entry, cast.lena)
    asked = {"by": cast.lena, "contact": cast.clara, "title": "What we agreed"}
    return read_back([decision, clause], **asked, send=True, **NOTE)[1]


def choose(cast: Cast) -> str:
    of = {"by": cast.lena, "client": cast.qingchuan, "contact": cast.clara, "owner": cast.lena}
    bounds = Constraint.objects.add(**of, aspect="time", text="六一前", twin="Before the first of June")
    made = Tradeoff.objects.add(**of, title="几个入口？", wish="四个全上", because="人手不够", constraint=bounds)
    made.add_way(by=cast.lena, title="先上两个", scope="挂号与缴费", consequences="其余推后")
    in_english(made, cast.lena).send(by=cast.lena, mail=True, **NOTE)
    return made.secret


def sign(cast: Cast) -> str:
    made = Contract.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="开发合同", preamble="双方自愿",
        starts_on=date(2026, 3, 1), amount=Decimal(100), currency="CNY",
    )  # fmt: skip
    said = {"text": "挂号小程序", "twin": "A booking app", "subject": "小程序", "subject_twin": "Booking app"}
    made.add_term(by=cast.lena, aspect="deliverable", **said)
    in_english(made, cast.lena)
    of = {"contract": made, "amount": Decimal(100), "currency": "CNY", "due_on": date(2026, 3, 10)}
    in_english(Instalment.objects.add(by=cast.lena, title="首付款", after="签字后", **of), cast.lena)
    made.send(by=cast.lena, mail=True, **NOTE)
    return made.address


def answer(cast: Cast) -> str:
    guide = Guide.objects.add(by=cast.lena, name="访谈", questions_zh="什么最花时间？\n多久一次？ | 每天 | 每周")
    of = {"guide": guide, "client": cast.qingchuan, "contact": cast.clara, "owner": cast.lena, "title": "护士站访谈"}
    made = in_english(Inquiry.objects.add(by=cast.lena, **of), cast.lena)
    return ANSWERS.issue(made, by=cast.lena, send=True, **NOTE)


def _deliverable(cast: Cast, versions: int = 1) -> Any:
    project = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="官网改版")
    made = Deliverable.objects.add(
        by=cast.lena, project=project, title="首页设计稿", owner=cast.lena, criteria="字号够大"
    )
    for _version in range(versions):
        file = Attachment.objects.attach(ContentFile(PNG, "v.png"), to=made, by=cast.lena)
        made.hand_in(by=cast.lena, file=file, note="新的配色")
    return made


def attempt(cast: Cast) -> str:
    board = in_english(_deliverable(cast), cast.lena)
    of = {
        "deliverable": board,
        "contact": cast.clara,
        "owner": cast.lena,
        "title": "首页试用",
        "tasks": "找到挂号\n改到周五",
    }
    made = in_english(Tryout.objects.add(by=cast.lena, **of), cast.lena)
    made.point(by=cast.lena, errand=made.errands.first(), text=THEIRS, x=10, y=10)
    return TRYING.issue(made, by=cast.lena, send=True, **NOTE)


def review(cast: Cast) -> str:
    made = _deliverable(cast)
    made.pin(by=cast.lena, text="间距改小", x=10, y=10)
    made.pin(by=cast.lena, contact=cast.clara, text=THEIRS, x=10, y=10)
    made.show(by=cast.lena, contact=cast.clara)
    made.want_change(by=cast.lena, contact=cast.clara, words=THEIRS)
    file = Attachment.objects.attach(ContentFile(PNG, "v.png"), to=made, by=cast.lena)
    made.hand_in(by=cast.lena, file=file, note="间距小了")
    made.settle(by=cast.lena, pins=made.pins.all()[:1])
    in_english(made, cast.lena)
    return ask_for_review(made, by=cast.lena, contact=cast.clara, send=True, **NOTE)


FURNISHED: dict[str, Callable[[Cast], str]] = {
    "agreements.confirm": confirm, "tradeoffs.choose": choose, "contracts.sign": sign, "inquiries.answer": answer,
    "tryouts.try": attempt, "projects.review": review,
}  # fmt: skip


@pytest.fixture(autouse=True)
def reads_english(cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")


def test_every_page_behind_a_signed_link_that_shows_what_we_typed_is_furnished() -> None:
    ours = {name for name, one in PURPOSES.items() if issubclass(apps.get_model(one.record_type), Twinned)}
    assert ours == set(FURNISHED)


@pytest.mark.parametrize("name", FURNISHED)
def test_nothing_stands_there_without_its_twin(cast: Cast, name: str) -> None:
    address, browser = FURNISHED[name](cast), Browser()
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = browser.get(address[address.index("/l/") :]).text
    assert HAN.search(page) and "English wording" in page
    assert alone("\n".join(Shown(page).words)) == []


@pytest.mark.parametrize("name", FURNISHED)
def test_nor_does_it_in_the_letter_that_brings_the_link(cast: Cast, name: str) -> None:
    FURNISHED[name](cast)
    letter = Letter.objects.get()
    assert NOTE["note_twin"] in letter.text and NOTE["note"] in letter.text
    assert alone(f"{letter.subject}\n{letter.text}") == []


def letters_of_meetings(cast: Cast) -> Iterator[Letter]:
    """Invitation, agenda, minutes to confirm, and one that is called off."""
    starts = timezone.now() + timedelta(days=3)
    of = {"client": cast.qingchuan, "lead": cast.lena, "title": "周会", "goal": "定下入口", "starts_at": starts}
    made = plan(by=cast.lena, contacts=[cast.clara], **of)
    made.add_topic(by=cast.lena, title="首页", goal="几个入口？")
    in_english(made, cast.lena)
    made.invite(by=cast.lena)
    made.send_agenda(by=cast.lena)
    made.cancel(by=cast.lena, reason="临时有事", reason_twin="Something came up")
    yield from Letter.objects.order_by("pk")


def test_letters_about_a_meeting_neither(cast: Cast) -> None:
    letters = list(letters_of_meetings(cast))
    assert len(letters) == 3
    for letter in letters:
        assert alone(f"{letter.subject}\n{letter.text}") == [], letter.subject
