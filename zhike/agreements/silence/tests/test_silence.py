"""A client does not answer: reminders, the day, and what follows; an answer always stops it."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import Error
from django.utils import timezone, translation

from zhike.agreements.checking import check_chains
from zhike.agreements.choices import How
from zhike.agreements.errors import NeverBySilence
from zhike.agreements.models import Clause, Decision, Entry, Promise
from zhike.agreements.silence.choices import Why, why_words
from zhike.agreements.silence.ending import sweep
from zhike.agreements.silence.models import Notice, Wait
from zhike.agreements.silence.tests.conftest import ASKED, deliver_letters, morning
from zhike.core.access.models import User
from zhike.core.mail.models import Letter
from zhike.core.notify.models import Notification
from zhike.core.resources.reader import Reader
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import at
from zhike.core.timeline.sentences import say
from zhike.core.todos.models import Todo

LAST = date(2026, 3, 9)  # five working days after Monday, 2 March
AFTER = LAST + timedelta(days=1)


def test_after_the_day_and_the_notices_it_counts_as_agreed(clara, agreed, ask, promise, passing):
    agreed()
    wait = ask(promise)
    assert (wait.until, wait.remind_on) == (LAST, date(2026, 3, 5))
    passing(LAST)
    promise.refresh_from_db()
    assert promise.state == "proposed"
    passing(AFTER, since=AFTER)
    promise.refresh_from_db()
    wait.refresh_from_db()
    assert (promise.state, promise.confirmed_how, wait.state) == ("confirmed", "silence", "accepted")
    assert not promise.acts.latest("pk").own_word and check_chains().faults == []
    assert list(wait.notices.order_by("pk").values_list("told", flat=True)) == ["asked", "reminded", "outcome"]
    deliver_all()
    assert Notification.objects.filter(user=promise.owner, event__kind="silence.accepted").exists()


def test_the_letters_say_what_silence_means_and_on_which_day(clara, agreed, ask, promise, client):
    agreed()
    wait = ask(promise)
    assert "2026年3月9日" in Letter.objects.get().text and "视为" in Letter.objects.get().text
    sweep(morning(date(2026, 3, 5)))
    reminder = Letter.objects.latest("pk")
    assert "2026年3月9日" in reminder.text and "/l/" in reminder.text and promise.text in reminder.text
    assert "2026年3月9日" in client.get(wait.address).content.decode()


def test_the_timeline_says_the_day_in_the_readers_language(clara, cast, agreed, ask, promise):
    agreed()
    ask(promise)
    event = Event.objects.get(kind="silence.began")
    with translation.override("zh-hans"):
        assert "2026年3月9日" in say(event, Reader(cast.lena))
    with translation.override("en"):
        assert "9 Mar 2026" in say(event, Reader(cast.lena))
        event.facts["until"] = "9 March, as an older version kept it"
        assert "9 March, as an older version kept it" in say(event, Reader(cast.lena))


def test_without_a_rule_nothing_is_awaited(clara, ask, promise):
    assert ask(promise) is None
    assert "2026" not in Letter.objects.get().text


def test_a_rule_that_nobody_agreed_to_does_nothing(clara, cast, agreed, ask, promise):
    from zhike.agreements.silence.models import SilenceRule

    SilenceRule.objects.add(by=cast.lena, client=cast.qingchuan, outcome="accepted", days=5, first_reminder=3)
    assert ask(promise) is None


class TestAnAnswer:
    @pytest.mark.parametrize("said", ["confirm", "correct", "ask"])
    def test_stops_it(self, said, clara, agreed, ask, promise, passing, client):
        agreed()
        wait = ask(promise)
        client.post(wait.address, {"entry": promise.pk, "said": said, "seen": promise.seen, "words": "改到周一"})
        deliver_all()
        wait.refresh_from_db()
        assert wait.state == "answered"
        passing(AFTER)
        promise.refresh_from_db()
        assert promise.confirmed_how != "silence" and wait.notices.count() == 1

    def test_stops_it_even_where_no_reaction_ran(self, cast, clara, agreed, ask, promise, passing):
        agreed()
        wait = ask(promise)
        passing(LAST)
        promise.ask(by=cast.lena, words="?", contact=clara, how="call")
        passing(AFTER, since=AFTER)
        wait.refresh_from_db()
        promise.refresh_from_db()
        assert (wait.state, promise.state) == ("answered", "questioned")

    def test_by_telephone_or_mail_stops_it_too(self, cast, clara, agreed, ask, promise, passing):
        from zhike.domains.conversations.workflows import log

        agreed()
        wait = ask(promise)
        log(by=cast.lena, client=cast.qingchuan, kind="call", direction="in", text="她打来了", contacts=[clara])
        passing(AFTER)
        wait.refresh_from_db()
        promise.refresh_from_db()
        assert (wait.state, promise.state) == ("answered", "proposed")

    def test_afterwards_is_an_objection(self, clara, agreed, ask, promise, passing, client):
        agreed()
        wait = ask(promise)
        passing(AFTER)
        assert "我有异议" in client.get(wait.address).content.decode()
        client.post(wait.address, {"entry": promise.pk, "said": "retract", "seen": promise.seen})
        deliver_all()
        promise.refresh_from_db()
        wait.refresh_from_db()
        assert (promise.state, promise.confirmed_how, wait.state) == ("proposed", "", "objected")


class TestPriceAndScope:
    @pytest.mark.parametrize(
        "model, values",
        [
            (Clause, {"aspect": "fee", "text": "按月结"}),
            (Clause, {"aspect": "revisions", "text": "两次", "quantity": 2, "unit": "rounds"}),
            (Clause, {"aspect": "deliverable", "text": "三张海报"}),
            (Clause, {"aspect": "exclusion", "text": "Photographs"}),
            (Promise, {"text": "我们免费再做一版"}),
            (Promise, {"text": "We do it for EUR 900"}),
            (Decision, {"text": "Yes", "question": "Is the logo included?"}),
        ],
    )
    def test_is_never_agreed_by_silence(self, model, values, cast, clara, agreed, ask, passing):
        agreed(terms=True)
        with at(ASKED):
            entry = model.objects.add(by=cast.lena, client=cast.qingchuan, contact=clara, owner=cast.lena, **values)
        wait = ask(entry)
        assert wait.outcome == "escalated"
        Wait.objects.filter(pk=wait.pk).update(outcome="accepted")  # whatever it began with
        passing(AFTER)
        wait.refresh_from_db()
        entry.refresh_from_db()
        assert (entry.state, wait.state) == ("proposed", "escalated")
        with pytest.raises(NeverBySilence):
            entry.confirm(by=User.objects.system(), contact=clara, how="silence")

    def test_nor_past_the_program(self, cast, clara):
        fee = Clause.objects.add(by=cast.lena, client=cast.qingchuan, aspect="fee", text="按月结", amount=900)
        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.filter(pk=fee.pk).update(confirmed_how="silence")

    def test_nor_does_it_change_what_was_agreed(self, cast, clara, agreed, ask, promise, passing):
        agreed()
        promise.confirm(by=cast.lena, contact=clara, how="call")
        promise.renegotiate(by=cast.lena, text="下周五给您第二版原型", reason="晚了")
        other = promise.successors.get()
        wait = ask(other)
        passing(AFTER)
        wait.refresh_from_db()
        promise.refresh_from_db()
        assert (wait.state, promise.state) == ("escalated", "confirmed")

    def test_is_refused_when_it_is_set_up(self, cast, client):
        client.force_login(cast.lena)
        said = {"client": cast.qingchuan.pk, "outcome": "accepted", "days": 5, "first_reminder": 3, "promises": "on"}
        refused = client.post("/silences/new/", said | {"price_and_scope": "on"}, headers={"accept-language": "en"})
        assert refused.status_code == 422 and "clear yes" in refused.content.decode()
        assert client.post("/silences/new/", said).status_code == 302
        with pytest.raises(IntegrityError), transaction.atomic():
            from zhike.agreements.silence.models import SilenceRule

            SilenceRule.objects.update(price_and_scope=True)

    def test_nobody_claims_silence_by_hand(self, cast, clara, promise, client):
        client.force_login(cast.lena)
        said = {"contact": clara.pk, "how": "silence"}
        assert client.post(f"/promises/{promise.reference}/step/confirm/", said).status_code == 422
        with pytest.raises(NeverBySilence):
            Promise.objects.add(
                by=cast.lena, client=cast.qingchuan, text="x", contact_agreed=clara, how="silence", contact=clara
            )


class TestNotices:
    def test_that_came_back_escalate(self, cast, clara, agreed, ask, promise, passing):
        agreed()
        wait = ask(promise)
        passing(LAST)
        wait.notices.get(told="reminded").letter.bounce(by=User.objects.system(), answer="550")
        passing(AFTER, since=AFTER)
        wait.refresh_from_db()
        promise.refresh_from_db()
        assert (wait.state, promise.state) == ("escalated", "proposed")
        assert Todo.objects.get().owner == cast.mona  # above Lena
        assert Event.objects.get(kind="silence.escalated").fact("people") == [cast.mona.pk, cast.lena.pk]

    def test_that_were_never_sent_escalate(self, clara, agreed, ask, promise, passing):
        agreed()
        wait = ask(promise)
        passing(AFTER, deliver=False)
        wait.refresh_from_db()
        assert wait.state == "escalated" and wait.why

    def test_without_an_address_are_asked_of_the_owner(self, cast, agreed, ask, promise, passing):
        agreed()
        wait = ask(promise, send=False)
        wait.note_notice(by=cast.lena, channel="wechat", words="请看链接，3月9日前没有回复就算同意")
        passing(date(2026, 3, 5))
        todo = Todo.objects.get()
        assert todo.owner == cast.lena and todo.record_id == wait.pk and not Letter.objects.exists()
        wait.refresh_from_db()
        wait.note_notice(by=cast.lena, channel="phone")
        passing(AFTER, since=date(2026, 3, 6))
        promise.refresh_from_db()
        assert promise.confirmed_how == "silence"

    def test_that_nobody_noted_do_not_count(self, agreed, ask, promise, passing):
        agreed()
        wait = ask(promise, send=False)
        passing(AFTER)
        wait.refresh_from_db()
        assert wait.state == "escalated"

    def test_are_never_changed(self, clara, agreed, ask, promise):
        agreed()
        ask(promise)
        for change in ("update silence_notice set told = 'outcome'", "delete from silence_notice"):
            with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(change)

    def test_stand_on_the_page_of_the_entry(self, cast, clara, agreed, ask, promise, client):
        agreed()
        ask(promise)
        client.force_login(cast.lena)
        page = client.get(f"/promises/{promise.reference}/", headers={"accept-language": "en"}).content.decode()
        assert "clara@qingchuan.example" in page and "not arrived" in page


class TestTheClock:
    def test_counts_their_holidays_and_make_up_days(self, cast, clara, agreed, ask, promise):
        cast.qingchuan.amend(by=cast.lena, country="CN")
        agreed()
        asked = timezone.make_aware(datetime(2026, 2, 12, 10))  # 14 Feb is worked, 15 to 23 Feb is the spring festival
        wait = ask(promise, at_=asked)
        assert (wait.remind_on, wait.until) == (date(2026, 2, 24), date(2026, 2, 26))

    def test_twice_or_late_does_nothing_twice(self, clara, agreed, ask, promise):
        agreed()
        wait = ask(promise)
        for _again in range(3):
            sweep(morning(date(2026, 3, 11)))  # nobody swept for a week
        wait.refresh_from_db()
        assert (wait.reminded, wait.until) == (1, date(2026, 3, 13))
        assert Letter.objects.count() == 2
        deliver_letters()
        for _again in range(3):
            sweep(morning(date(2026, 3, 14)))
        assert promise.acts.filter(verb="confirmed").count() == 1
        assert Notice.objects.filter(told="outcome").count() == 1

    def test_killed_in_between_it_begins_anew(self, clara, agreed, ask, promise, monkeypatch):
        agreed()
        wait = ask(promise)
        with monkeypatch.context() as broken:
            broken.setattr("zhike.agreements.silence.reminding.write", _killed)
            with pytest.raises(KeyboardInterrupt):
                sweep(morning(date(2026, 3, 5)))
        wait.refresh_from_db()
        assert wait.reminded == 0 and wait.notices.count() == 1
        sweep(morning(date(2026, 3, 5)))
        assert wait.notices.count() == 2

    def test_a_day_is_over_where_they_are(self, cast, clara, agreed, ask, promise, passing):
        clara.amend(by=cast.lena, time_zone="America/Los_Angeles")
        agreed()
        wait = ask(promise)
        last = wait.until
        passing(last + timedelta(days=1))  # nine in the morning in Shanghai: the evening before there
        promise.refresh_from_db()
        assert promise.state == "proposed"


class TestOtherOutcomes:
    @pytest.mark.parametrize("outcome, state", [("paused", "paused"), ("escalated", "escalated")])
    def test_the_house_may_pause_or_escalate_for_all(self, outcome, state, cast, clara, ask, promise, passing):
        from zhike.agreements.silence.models import SilenceRule

        SilenceRule.objects.add(by=cast.ada, outcome=outcome, days=5, first_reminder=3).start(by=cast.ada)
        wait = ask(promise)
        passing(AFTER)
        wait.refresh_from_db()
        promise.refresh_from_db()
        assert (wait.state, promise.state) == (state, "proposed")
        promise.confirm(by=cast.lena, contact=clara, how="call")
        deliver_all()
        wait.refresh_from_db()
        assert wait.state == "answered"

    def test_the_house_alone_never_makes_it_a_yes(self, cast):
        from zhike.agreements.silence.errors import NeedsAgreement
        from zhike.agreements.silence.models import SilenceRule

        with pytest.raises(NeedsAgreement):
            SilenceRule.objects.add(by=cast.ada, outcome="accepted", days=5, first_reminder=3)

    def test_only_administrators_set_the_houses(self, cast, client):
        from zhike.agreements.silence.models import SilenceRule
        from zhike.core.lifecycle.errors import Forbidden

        with pytest.raises(Forbidden):
            SilenceRule.objects.add(by=cast.lena, outcome="paused", days=5, first_reminder=3)
        rule = SilenceRule.objects.add(by=cast.ada, outcome="paused", days=5, first_reminder=3)
        with pytest.raises(Forbidden):
            rule.start(by=cast.mona)

    def test_what_is_in_force_is_not_changed(self, agreed, cast):
        from zhike.core.lifecycle.errors import Forbidden

        with pytest.raises(Forbidden):
            agreed().amend(by=cast.lena, days=1)

    def test_a_rule_that_ended_makes_nothing_agreed(self, cast, clara, agreed, ask, promise, passing):
        rule = agreed()
        wait = ask(promise)
        rule.end(by=cast.lena, reason="合同到期")
        passing(AFTER)
        wait.refresh_from_db()
        assert wait.state == "escalated"


def _killed(**_more):
    raise KeyboardInterrupt


def test_what_followed_is_told_in_the_readers_language_and_nobody_is_said_to_have_confirmed(
    cast, clara, agreed, ask, promise, passing
):
    agreed()
    ask(promise)
    passing(AFTER)
    with translation.override("en"):
        confirmed = say(Event.objects.get(kind="agreement.confirmed"), Reader(cast.lena))
        assert "By silence, as agreed" in confirmed and f"{cast.clara.called} confirmed" not in confirmed
    with translation.override("zh-hans"):
        confirmed = say(Event.objects.get(kind="agreement.confirmed"), Reader(cast.lena))
        assert str(How.SILENCE.label) in confirmed and "silence" not in confirmed


def test_why_it_was_no_yes_is_told_in_the_readers_language(cast, clara, agreed, ask, promise, passing):
    agreed()
    wait = ask(promise)
    passing(AFTER, deliver=False)
    wait.refresh_from_db()
    assert wait.why == Why.ARRIVED
    with translation.override("zh-hans"):
        escalated = say(Event.objects.get(kind="silence.escalated"), Reader(cast.lena))
        assert wait.get_why_display() in escalated and "arrived" not in escalated
    assert why_words("Nobody came.") == "Nobody came."  # kept so by an earlier version
