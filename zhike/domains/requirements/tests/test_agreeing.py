"""From what was heard to what the client confirmed; and back, when the client thinks better of it."""

import pytest

from zhike.agreements.models import Clause, Expectation
from zhike.agreements.workflows import read_back
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event, Undelivered
from zhike.domains.requirements.errors import NotConfirmed
from zhike.domains.requirements.forms import RequirementForm
from zhike.domains.requirements.models import Requirement
from zhike.domains.requirements.reactions import follow_ledger
from zhike.domains.requirements.tests.conftest import HEARD, MEANT


def test_what_was_heard_stands_on_the_clients_timeline(wanting, cast):
    wanted = wanting.heard()
    told = Event.objects.get(kind="requirement.heard")
    assert (wanted.state, told.client, told.fact("name")) == ("raw", cast.qingchuan, HEARD)


def test_whoever_reads_notes_none_and_analyses_none(wanting, cast):
    with pytest.raises(Forbidden):
        Requirement.objects.add(by=cast.rita, client=cast.qingchuan, statement="x", owner=cast.rita, source_text="x")
    with pytest.raises(Forbidden):
        wanting.heard().analyse(by=cast.rita, wording=MEANT)


def test_a_stranger_does_not_find_it(wanting, cast):
    wanted = wanting.heard()
    assert not Requirement.objects.visible_to(cast.ida).filter(pk=wanted.pk).exists()
    assert Requirement.objects.visible_to(cast.omar).filter(pk=wanted.pk).exists()


def test_it_is_agreed_only_when_the_client_has_confirmed_its_words(wanting, cast):
    wanted = wanting.asked(kind="must", measure="三个")
    entry = wanted.entry
    assert (type(entry), entry.text, entry.importance, entry.state) == (Expectation, MEANT, 5, "proposed")
    assert (entry.source_text, entry.source_id) == (wanted.reference, wanted.pk)
    assert wanting.now(wanted).state == "asked"
    with pytest.raises(WrongState):
        wanted.start(by=cast.lena)
    entry.confirm(by=cast.lena, contact=cast.clara, how="call")
    assert wanting.now(wanted).state == "agreed"
    told = Event.objects.get(kind="requirement.agreed")
    assert told.fact("who") == cast.clara.called
    follow_ledger.run(list(Event.objects.filter(kind="agreement.confirmed")))
    assert Event.objects.filter(kind="requirement.agreed").count() == 1


def test_the_client_confirms_it_through_the_link(wanting, cast, client):
    wanted = wanting.asked()
    _readback, address = read_back([wanted.entry], by=cast.lena, contact=cast.clara, title="官网")
    path = "/" + address.split("/", 3)[3]
    page = client.get(path, follow=True)
    said = {"entry": wanted.entry.pk, "said": "confirm", "seen": wanted.entry.seen}
    client.post(page.request["PATH_INFO"], said)
    wanted = wanting.now(wanted)
    assert (wanted.state, wanted.entry.confirmed_how) == ("agreed", "link")


def test_nobody_notes_it_as_agreed_by_hand(wanting, cast):
    with pytest.raises(Forbidden):
        wanting.asked().agree(by=cast.lena)


def test_what_was_not_analysed_is_not_put_to_the_client(wanting, cast):
    with pytest.raises(WrongState):
        wanting.heard().ask(by=cast.lena)


def test_what_is_left_out_becomes_an_exclusion(wanting):
    wanted = wanting.agreed(kind="wont")
    assert (type(wanted.entry), wanted.entry.aspect, wanted.state) == (Clause, "exclusion", "agreed")
    with pytest.raises(WrongState):
        wanted.start(by=wanting.lena)


def test_other_words_take_its_place_only_when_they_are_confirmed(wanting, cast):
    wanted = wanting.agreed()
    wanted.reword(by=cast.lena, wording="首页留四个入口", reason="院办要一个")
    wanted = wanting.now(wanted)
    assert (wanted.state, wanted.wording) == ("agreed", MEANT)
    new = wanted.entry.successors.get()
    new.confirm(by=cast.lena, contact=cast.clara, how="call")
    wanted = wanting.now(wanted)
    assert (wanted.state, wanted.wording, wanted.entry) == ("agreed", "首页留四个入口", new)


def test_putting_it_anew_twice_leaves_one_wording_before_the_client(wanting, cast):
    wanted = wanting.agreed()
    for words in ("四个入口", "五个入口"):
        wanted.reword(by=cast.lena, wording=words, reason="院办")
    assert [one.text for one in wanted.entry.successors.filter(state="proposed")] == ["五个入口"]


def test_words_that_nobody_confirmed_are_simply_replaced(wanting, cast):
    wanted = wanting.asked()
    wanted.reword(by=cast.lena, wording="四个入口", reason="听错了")
    assert (wanted.state, wanted.wording, wanted.entry.text) == ("asked", "四个入口", "四个入口")
    wanted.entry.confirm(by=cast.lena, contact=cast.clara, how="call")
    assert wanting.now(wanted).state == "agreed"


def test_their_own_words_are_taken_where_they_put_it_right(wanting, cast):
    wanted = wanting.asked()
    wanted.entry.ask(by=cast.lena, contact=cast.clara, how="mail", words="入口是四个", corrects=True)
    wanted.entry.accept_correction(by=cast.lena)
    wanted = wanting.now(wanted)
    assert (wanted.state, wanted.wording) == ("agreed", "入口是四个")


def test_it_is_no_longer_agreed_when_they_ask_about_it(wanting, cast):
    wanted = wanting.agreed()
    wanted.entry.ask(by=cast.lena, contact=cast.clara, how="mail", words="哪三个？")
    with pytest.raises(NotConfirmed):
        wanted.start(by=cast.lena)
    assert wanting.now(wanted).state == "asked"


def test_withdrawn_from_the_ledger_it_has_to_be_agreed_anew(wanting, cast):
    wanted = wanting.agreed()
    wanted.entry.withdraw(by=cast.lena, reason="不做了")
    wanted = wanting.now(wanted)
    assert (wanted.state, wanted.entry) == ("analysed", None)


def test_it_is_built_after_it_was_agreed(wanting, cast):
    wanted = wanting.agreed()
    wanted.start(by=cast.omar)
    wanted.finish(by=cast.omar)
    assert wanted.state == "built"
    with pytest.raises(WrongState):
        wanted.decline(by=cast.lena, reason="x", instead="y")


def test_where_it_was_heard_leads_to_the_very_record(wanting, cast, talk):
    said = {"client": cast.qingchuan.pk, "statement": "x", "source": "talk"}
    form = RequirementForm(said | {"source_text": f"{talk.reference} 最后一句"}, by=cast.lena)
    assert form.is_valid(), form.errors
    made = form.save(by=cast.lena)
    assert (made.source_type, made.source_id) == ("conversations.conversation", talk.pk)
    assert "source_text" in RequirementForm(said, by=cast.lena).errors


def test_who_wants_it_and_its_project_are_the_clients(cast, site):
    said = {"client": cast.tramlight.pk, "statement": "x", "source_text": "x"}
    form = RequirementForm(said | {"contact": cast.clara.pk, "project": site.project.pk}, by=cast.ada)
    assert {"contact", "project"} <= form.errors.keys()


def test_a_phase_waits_for_what_is_wanted_in_it(wanting, cast, site):
    from zhike.domains.projects.errors import Unconfirmed

    site.run()
    phase = site.phase()
    wanted = wanting.heard(project=site.project, phase=phase)
    with pytest.raises(Unconfirmed, match=HEARD):
        phase.begin(by=cast.lena)
    wanted.analyse(by=cast.lena, wording=MEANT)
    wanted.ask(by=cast.lena)
    with pytest.raises(Unconfirmed, match=MEANT):
        phase.begin(by=cast.lena)
    wanted.entry.confirm(by=cast.lena, contact=cast.clara, how="call")
    phase.begin(by=cast.lena)
    assert phase.state == "running"


def test_what_was_dropped_before_its_new_words_are_heard_of_stays_dropped(wanting, cast):
    wanted = wanting.agreed()
    wanted.reword(by=cast.lena, wording="首页留四个入口", reason="x")
    wanted.entry.successors.get().confirm(by=cast.lena, contact=cast.clara, how="call")
    wanted.drop(by=cast.lena, reason="x")
    assert wanting.now(wanted).state == "dropped"
    assert not Undelivered.objects.exists()
