"""A promise is given, confirmed, kept or not; nothing that was said is overwritten."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from zhike.agreements.models import Act, Entry, Promise
from zhike.agreements.steps import EndForm, QuestionForm, RenegotiateForm
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event

TODAY = timezone.localdate


def acts(entry):
    return list(entry.acts.order_by("pk").values_list("verb", flat=True))


def test_a_promise_is_written_down_with_who_gave_it(promise, cast):
    act = promise.acts.get()
    assert (promise.state, promise.reference) == ("proposed", f"PM-{promise.pk}")
    assert (act.verb, act.person, act.contact, act.recorded_by) == ("proposed", cast.lena, None, cast.lena)
    assert Event.objects.get(kind="agreement.promised").client == cast.qingchuan


def test_their_promise_is_noted_on_their_behalf(cast):
    theirs = Promise.objects.add(
        by=cast.omar, client=cast.qingchuan, side="them", text="科室名单下周三前给你们", contact=cast.clara
    )
    act = theirs.acts.get()
    assert (act.contact, act.person, act.recorded_by, act.own_word) == (cast.clara, None, cast.omar, False)
    assert Event.objects.filter(kind="agreement.promised_us").exists()


def test_it_refuses_a_reader(cast):
    with pytest.raises(Forbidden):
        Promise.objects.add(by=cast.rita, client=cast.qingchuan, text="x")
    assert not Act.objects.exists()


def test_the_other_side_confirms(promise, cast):
    promise.confirm(by=cast.omar, contact=cast.clara, how="call", words="好的")
    last = promise.acts.latest("pk")
    assert (promise.state, promise.confirmed_by, promise.confirmed_how) == ("confirmed", cast.clara, "call")
    assert (last.contact, last.recorded_by, last.words) == (cast.clara, cast.omar, "好的")


def test_what_was_agreed_already_begins_confirmed(clause, cast):
    assert clause.state == "confirmed" and acts(clause) == ["proposed", "confirmed"]
    assert clause.confirmed_by == cast.clara


@pytest.mark.parametrize(
    ("step", "more", "state"),
    [("keep", {}, "kept"), ("breach", {"reason": "服务器坏了"}, "broken"), ("waive", {"reason": "不要了"}, "waived"),
     ("withdraw", {"reason": "说错了"}, "withdrawn")],
)  # fmt: skip
def test_it_ends(promise, cast, step, more, state):
    promise.confirm(by=cast.lena, contact=cast.clara, how="mail")
    getattr(promise, step)(by=cast.lena, **more)
    assert promise.state == state and acts(promise)[-1] == state
    with pytest.raises(WrongState):
        promise.keep(by=cast.lena)


def test_what_was_settled_by_mistake_is_opened_again_as_it_stood(promise, cast):
    promise.keep(by=cast.lena)
    promise.reopen(by=cast.lena, reason="只发了一半")
    assert promise.state == "proposed"
    promise.confirm(by=cast.lena, contact=cast.clara, how="chat")
    promise.breach(by=cast.lena, reason="晚了")
    promise.reopen(by=cast.lena, reason="没晚")
    assert promise.state == "confirmed"


def test_a_reader_takes_no_step(promise, cast):
    with pytest.raises(Forbidden):
        promise.keep(by=cast.rita)


def test_a_question_needs_a_new_confirmation(clause, cast):
    clause.ask(by=cast.lena, contact=cast.clara, words="是工作日吗？", how="chat")
    assert clause.state == "questioned" and acts(clause)[-1] == "questioned"
    clause.confirm(by=cast.lena, contact=cast.clara, how="chat")
    assert clause.state == "confirmed"


def test_a_correction_needs_whose_words_they_are(clause, cast):
    said = {"words": "五天", "corrects": "on"}
    assert sorted(QuestionForm(said, record=clause, by=cast.lena).errors) == ["contact", "how"]
    assert QuestionForm(said | {"contact": cast.clara.pk, "how": "call"}, record=clause, by=cast.lena).is_valid()


class TestRenegotiating:
    def test_the_old_words_hold_until_the_new_ones_are_confirmed(self, clause, cast):
        clause.renegotiate(by=cast.lena, text="They answer drafts within 5 days", quantity=5, reason="五一放假")
        later = clause.successors.get()
        assert (clause.state, later.state, later.round, later.thread) == ("confirmed", "proposed", 2, clause.pk)
        later.confirm(by=cast.lena, contact=cast.clara, how="mail")
        clause.refresh_from_db()
        assert (clause.state, clause.superseded_by, clause.state_on) == ("superseded", later, TODAY())
        assert clause.text == "They answer drafts within 3 days"

    def test_agreed_at_once_it_replaces_at_once(self, clause, cast):
        day = date(2026, 4, 30)
        clause.renegotiate(
            by=cast.lena, text="Five days", quantity=5, reason="x", valid_from=day, agreed_by=cast.clara, how="call"
        )
        later = clause.successors.get()
        assert (clause.state, clause.state_on, later.state, later.valid_from) == ("superseded", day, "confirmed", day)
        assert acts(clause)[-1] == "superseded"

    def test_only_one_of_two_takes_its_place(self, clause, cast):
        for text in ("Five days", "Six days"):
            clause.renegotiate(by=cast.lena, text=text, reason="x")
        five, six = clause.successors.order_by("pk")
        five.confirm(by=cast.lena, contact=cast.clara, how="call")
        with pytest.raises(WrongState):
            six.confirm(by=cast.lena, contact=cast.clara, how="call")
        six.refresh_from_db()
        assert six.state == "proposed"

    def test_what_was_never_agreed_hands_its_place_on(self, clause, cast):
        clause.renegotiate(by=cast.lena, text="Five days", reason="x")
        five = clause.successors.get()
        five.renegotiate(by=cast.lena, text="Six days", reason="x", agreed_by=cast.clara, how="call")
        clause.refresh_from_db()
        six = five.successors.get()
        assert (clause.state, clause.superseded_by) == ("superseded", six)
        assert list(Entry.objects.open()) == [six]

    def test_a_proposal_given_up_leaves_the_place_to_another(self, clause, cast):
        clause.renegotiate(by=cast.lena, text="Five days", reason="x")
        clause.successors.get().waive(by=cast.lena, reason="x")
        clause.renegotiate(by=cast.lena, text="Six days", reason="x", agreed_by=cast.clara, how="call")
        assert clause.state == "superseded"

    def test_the_form_asks_who_agreed(self, clause, cast):
        form = RenegotiateForm({"text": "x", "reason": "y", "how": "call"}, record=clause, by=cast.lena)
        assert list(form.errors) == ["agreed_by"]


class TestNothingIsOverwritten:
    @pytest.mark.parametrize("column", ["text", "due_on", "quote", "valid_from"])
    def test_the_words_cannot_be_changed_past_the_program(self, promise, column):
        value = date(2030, 1, 1) if column.endswith(("on", "from")) else "otherwise"
        with pytest.raises(DatabaseError, match="never change"), transaction.atomic():
            Entry.objects.filter(pk=promise.pk).update(**{column: value})

    def test_nor_an_act_or_an_entry_be_taken_out(self, promise):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            Act.objects.all().delete()
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("delete from agreements_entry")

    def test_who_looks_after_it_may_change(self, promise, cast):
        promise.amend(by=cast.lena, owner=cast.omar)
        assert Entry.objects.get().owner == cast.omar


def test_a_step_cannot_be_earlier_than_the_last_nor_ahead(clause, cast):
    early = EndForm({"reason": "x", "on": "2026-03-01"}, record=clause, by=cast.lena)
    ahead = EndForm({"reason": "x", "on": (TODAY() + timedelta(days=1)).isoformat()}, record=clause, by=cast.lena)
    assert list(early.errors) == list(ahead.errors) == ["on"]


def test_entries_come_as_the_model_of_their_kind(promise, clause):
    assert [type(one).__name__ for one in Entry.objects.order_by("pk")] == ["Promise", "Clause"]
    assert Entry.objects.owed_by_us().get() == promise
    assert list(Promise.objects.all()) == [promise]


def test_its_page_does_not_say_that_nothing_happened(promise, cast, client):
    client.force_login(cast.lena)
    page = client.get(f"/promises/{promise.reference}/").text
    assert "Who said what" in page and "Nothing has happened yet." not in page
