"""Whatever is sent to somebody at a client's heeds how they wish to be reached, by whichever door it goes."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from tests.architecture.makers import MAKERS
from tests.cast import Cast
from zhike.agreements.models import Clause
from zhike.agreements.silence.choices import Told
from zhike.agreements.silence.reminding import tell
from zhike.agreements.silence.wording import terms_of_waits
from zhike.agreements.twins.noting import NotedByMail
from zhike.agreements.workflows import read_back
from zhike.clients.wishes.heeding import ByMail
from zhike.core.files.models import Attachment
from zhike.core.mail.models import Letter
from zhike.domains.conversations.workflows import log
from zhike.domains.projects.reviewing import ask_for_review
from zhike.domains.requirements.tryouts.views import TRYING

NIGHT = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)  # 22:10 in Shanghai
MORNING = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
HOUSE = Path(__file__).parents[2] / "zhike"
NOT_TO_CONTACTS = {  # colleagues; people who have just written to us; the demo
    "core/mail/backend.py", "core/mail/reactions.py", "core/notify/digest.py", "core/notify/mailing.py",
    "surfaces/channels/acknowledge.py", "surfaces/exchange/demo/links.py",
}  # fmt: skip
Send = Callable[[Any], Any]


@pytest.fixture
def night(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """Clara reads Chinese, by day, and likes WeChat best; it is night."""
    cast.clara.amend(
        by=cast.lena, emails=["clara@qingchuan.example"], language="zh", reachable="09:00-18:00",
        time_zone="Asia/Shanghai", preferred_channel="wechat",
    )  # fmt: skip
    monkeypatch.setattr("django.utils.timezone.now", lambda: NIGHT)
    return cast


def a_mail(cast: Cast) -> Any:
    return log(by=cast.lena, client=cast.qingchuan, kind="mail", direction="out", text="Hello", contacts=[cast.clara])


def a_meeting(cast: Cast, **more: Any) -> Any:
    meeting = MAKERS["meetings"](cast, 3)
    meeting.add_topic(by=cast.lena, title="首页")
    return meeting


def a_contract(cast: Cast) -> Any:
    contract = MAKERS["contracts"](cast, 1)
    contract.add_term(by=cast.lena, aspect="term", side="us", text="两周内交付")
    return contract


def a_tradeoff(cast: Cast) -> Any:
    tradeoff = MAKERS["tradeoffs"](cast, 1)
    tradeoff.add_way(by=cast.lena, title="晚一个月", consequences="错过六一")
    return tradeoff


def a_deliverable(cast: Cast) -> Any:
    deliverable = MAKERS["deliverables"](cast, 1)
    file = Attachment.objects.attach(ContentFile(b"x", "x.txt"), to=deliverable, by=cast.lena)
    deliverable.hand_in(by=cast.lena, file=file)
    return deliverable


def a_risk(cast: Cast) -> Any:
    risk = MAKERS["risks"](cast, 4)
    risk.add_option(by=cast.lena, words="先上总院", amount=3000, currency="CNY", days=-2)
    return risk


def remind(cast: Cast, **_at_once: Any) -> None:
    waits = [MAKERS["waits"](cast, 1)]
    tell(waits, Told.REMINDED, "silence/reminder", {"terms": lambda: terms_of_waits(waits)})


def read_a_promise_back(cast: Cast, **said: Any) -> None:
    read_back([MAKERS["promises"](cast, 1)], by=cast.lena, contact=cast.clara, title="周会", send=True, **said)


def show(cast: Cast, **said: Any) -> None:
    ask_for_review(a_deliverable(cast), by=cast.lena, contact=cast.clara, send=True, **said)


SENDERS: dict[str, Callable[..., Any]] = {
    "agreements/workflows.py": read_a_promise_back,
    "agreements/contracts/models/offering.py": lambda cast, **said: a_contract(cast).send(
        by=cast.lena, mail=True, **said
    ),
    "agreements/tradeoffs/models.py": lambda cast, **said: a_tradeoff(cast).send(by=cast.lena, mail=True, **said),
    "agreements/silence/reminding.py": remind,
    "domains/conversations/sending.py": lambda cast, **said: a_mail(cast).send(by=cast.lena, **said),
    "domains/meetings/inviting.py": lambda cast, **said: a_meeting(cast).invite(by=cast.lena, **said),
    "domains/projects/reviewing.py": show,
    "domains/requirements/by_link.py": lambda cast, **said: TRYING.issue(
        MAKERS["tryouts"](cast, 1), by=cast.lena, send=True, **said
    ),
    "domains/projects/risks/sending.py": lambda cast, **said: a_risk(cast).tell(
        by=cast.lena, contact=cast.clara, channel="mail", **said
    ),
}


def step_of(make: Send, kind: str, step: str, cast: Cast) -> str:
    return reverse(f"{kind}:step", args=[make(cast).reference, step])


def page_of(make: Send, name: str, cast: Cast) -> str:
    return reverse(name, args=[make(cast).reference])


def closing(cast: Cast) -> str:
    meeting = a_meeting(cast)
    meeting.hold(by=cast.lena)
    return reverse("meeting_close", args=[meeting.reference])


def invited(step: str, cast: Cast) -> str:
    meeting = a_meeting(cast)
    meeting.invite(by=cast.lena)
    return reverse("meetings:step", args=[meeting.reference, step])


def confirming(cast: Cast) -> str:
    MAKERS["promises"](cast, 1)
    return reverse("ask_to_confirm", args=[cast.qingchuan.reference])


PAGES: dict[str, Callable[[Cast], str]] = {
    "agreements.asking.AskForm": confirming,
    "agreements.contracts.steps.SendForm": partial(page_of, a_contract, "contract_send"),
    "agreements.tradeoffs.steps.SendForm": partial(step_of, a_tradeoff, "tradeoffs", "send"),
    "domains.conversations.steps.SendForm": partial(step_of, a_mail, "conversations", "send"),
    "domains.meetings.steps.MailForm": partial(step_of, a_meeting, "meetings", "invite"),
    "domains.meetings.steps.MoveForm": partial(invited, "move"),
    "domains.meetings.steps.CancelForm": partial(invited, "cancel"),
    "domains.meetings.views.CloseForm": closing,
    "domains.projects.asking_forms.AskForm": partial(page_of, partial(MAKERS["baselines"], n=1), "baseline_ask"),
    "domains.projects.showing.AskForm": partial(page_of, a_deliverable, "deliverable_show"),
    "domains.projects.risks.steps.TellForm": partial(page_of, a_risk, "risk_tell"),
    "domains.requirements.by_link.AskForm": partial(page_of, partial(MAKERS["tryouts"], n=1), "tryout_link"),
}


def forms(of: type) -> set[type]:
    return {one for direct in of.__subclasses__() for one in (direct, *forms(direct))}


def test_every_place_that_writes_letters_is_tried_here() -> None:
    found = {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if "tests" not in path.parts and re.search(r"core\.mail\.writing import", path.read_text())
    }
    assert found == {*SENDERS, *NOT_TO_CONTACTS}


def test_every_form_that_sends_to_contacts_is_tried_here() -> None:
    shown = [one for one in forms(ByMail) - {NotedByMail} if one.__name__[0] != "_"]
    assert {f"{one.__module__}.{one.__name__}".removeprefix("zhike.") for one in shown} == {*PAGES}


def test_each_that_takes_a_word_with_it_takes_it_in_both_languages() -> None:
    worded = [one for one in forms(ByMail) if "note" in one.base_fields]  # type: ignore[attr-defined]
    assert len(worded) > 6 and all("note_twin" in one.base_fields for one in worded)  # type: ignore[attr-defined]


@pytest.mark.parametrize("sender", SENDERS)
def test_it_is_written_in_their_language_and_waits_for_their_hours(night: Cast, sender: str) -> None:
    SENDERS[sender](night)
    letter = Letter.objects.get()
    assert (letter.to, letter.language, letter.state, letter.not_before) == (
        "clara@qingchuan.example", "zh-hans", "held", MORNING,
    )  # fmt: skip


@pytest.mark.parametrize("sender", sorted({*SENDERS} - {"agreements/silence/reminding.py"}))
def test_it_goes_now_all_the_same_where_somebody_wants_it_so(night: Cast, sender: str) -> None:
    SENDERS[sender](night, anyway=True)
    letter = Letter.objects.get()
    assert (letter.state, letter.at_once) == ("waiting", True)


@pytest.mark.parametrize("form", PAGES)
def test_it_is_said_before_what_they_wish_otherwise(night: Cast, form: str, client: Any) -> None:
    client.force_login(night.lena)
    page = client.get(PAGES[form](night)).text
    assert "陈总 would rather be reached by: WeChat." in page
    assert "It goes out at 09:00 (their quiet hours)." in page
    assert "Send it now all the same" in page


def test_by_day_there_is_nothing_to_say(night: Cast, client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: MORNING)
    night.clara.amend(by=night.lena, preferred_channel="mail")
    client.force_login(night.lena)
    page = client.get(PAGES["domains.conversations.steps.SendForm"](night)).text
    assert "rather" not in page and "quiet hours" not in page and "all the same" not in page


def test_an_invitation_that_would_come_after_the_meeting_goes_at_once(night: Cast) -> None:
    meeting = a_meeting(night)
    meeting.move(by=night.lena, starts_at=MORNING - timedelta(minutes=30))
    meeting.invite(by=night.lena)
    assert Letter.objects.get().state == "waiting"


def test_hours_that_leave_none_beside_those_agreed_hold_nothing_for_ever(night: Cast, monkeypatch: Any) -> None:
    """She reads by night alone, and wants no mail by night: what was agreed counts."""
    night.clara.amend(by=night.lena, reachable="22:00-23:00")
    clause = Clause.objects.add(
        by=night.lena, client=night.qingchuan, aspect="quiet", side="us", text="晚上不写信", number="9",
        hours_from=time(21), hours_until=time(8), valid_from=date(2026, 1, 1),
    )  # fmt: skip
    clause.confirm(by=night.lena, contact=night.clara, how="call")
    a_mail(night).send(by=night.lena)
    assert Letter.objects.get().not_before == datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
