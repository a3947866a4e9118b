"""Two people of one client want what cannot both be: nothing is built before the one who decides has decided."""

import pytest

from zhike.agreements.twins.models import Twin
from zhike.clients.models import Contact
from zhike.clients.rights.models import Right
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.domains.requirements.conflict_steps import PutForm
from zhike.domains.requirements.errors import Undecided
from zhike.domains.requirements.finding import look_for_conflicts
from zhike.domains.requirements.models import Conflict

THREE, FIVE = "首页只留三个入口", "首页放五个入口"


@pytest.fixture
def nurse(cast):
    return Contact.objects.add(by=cast.lena, name="吴予宁", client=cast.qingchuan)


@pytest.fixture
def clash(wanting, nurse):
    """Clara’s is agreed, the nurse’s as well; they contradict each other."""
    three = wanting.agreed(wording=THREE)
    five = wanting.agreed(wording=FIVE, statement=FIVE, contact=nurse)
    deliver_all()
    return three, five, Conflict.objects.get()


def decided(conflict, by, contact):
    conflict.entry.confirm(by=by, contact=contact, how="call")
    deliver_all()
    return Conflict.objects.get(pk=conflict.pk)


def test_who_decides_reads_the_question_in_both_languages(clash, cast):
    three, five, conflict = clash
    three.write_twin(by=cast.lena, of="wording", twin="Only 3 entrances on the first page")
    five.write_twin(by=cast.lena, of="wording", twin="5 entrances on the first page")
    cast.clara.amend(by=cast.lena, language="en")
    conflict.put(by=cast.lena, decider=cast.clara, holds=three)
    entry = conflict.entry
    assert (entry.text, entry.twin) == ("Only 3 entrances on the first page", THREE)
    beside = {one.key: one.text for one in Twin.objects.on(entry)}
    assert entry.alternatives == "5 entrances on the first page"
    assert beside == {"question": "两条以哪条为准？", "alternatives": FIVE}


def test_it_is_found_and_its_owners_hear_of_it(clash, cast):
    three, five, conflict = clash
    assert (conflict.one, conflict.other, conflict.why, conflict.state) == (three, five, "number", "open")
    told = Event.objects.get(kind="conflict.found")
    assert told.fact("people")[0]["id"] == cast.lena.pk
    look_for_conflicts(five)
    assert Conflict.objects.count() == 1


def test_one_person_may_change_their_mind(wanting):
    wanting.heard(THREE)
    wanting.heard(FIVE)
    deliver_all()
    assert not Conflict.objects.exists()


def test_a_must_and_a_wont_of_the_same_thing_clash(wanting, nurse):
    wanting.heard("医保在线结算", kind="wont")
    wanting.heard("支持医保在线结算", kind="must", contact=nurse)
    deliver_all()
    assert Conflict.objects.get().why == "wont"


def test_neither_is_built_before_it_is_decided(clash, cast):
    three, five, _conflict = clash
    for one in (three, five):
        with pytest.raises(Undecided):
            one.start(by=cast.lena)
        with pytest.raises(Undecided):
            one.finish(by=cast.lena)


def test_what_the_decider_confirmed_is_built_and_the_other_is_not(clash, cast):
    three, five, conflict = clash
    conflict.put(by=cast.lena, decider=cast.clara, holds=three)
    assert (conflict.entry.text, conflict.entry.alternatives, conflict.entry.contact) == (THREE, FIVE, cast.clara)
    with pytest.raises(Undecided):
        three.start(by=cast.lena)
    assert decided(conflict, cast.lena, cast.clara).state == "decided"
    three.start(by=cast.lena)
    with pytest.raises(Undecided):
        five.start(by=cast.lena)


def test_the_word_of_somebody_else_decides_nothing(clash, cast, nurse):
    three, _five, conflict = clash
    conflict.put(by=cast.lena, decider=cast.clara, holds=three)
    assert decided(conflict, cast.lena, nurse).state == "asked"
    with pytest.raises(Undecided):
        three.start(by=cast.lena)


def test_a_decision_in_question_holds_it_up_again(clash, cast):
    three, _five, conflict = clash
    conflict.put(by=cast.lena, decider=cast.clara, holds=three)
    conflict = decided(conflict, cast.lena, cast.clara)
    conflict.entry.reopen(by=cast.lena, reason="院办又问")
    with pytest.raises(Undecided):
        three.start(by=cast.lena)
    deliver_all()
    conflict.refresh_from_db()
    assert conflict.state == "asked"


def test_asked_anew_the_first_question_is_taken_back(clash, cast, nurse):
    three, five, conflict = clash
    conflict.put(by=cast.lena, decider=cast.clara, holds=three)
    first = conflict.entry
    conflict.put(by=cast.lena, decider=nurse, holds=five)
    first.refresh_from_db()
    assert (first.state, conflict.decider, conflict.holds) == ("withdrawn", nurse, five)


def test_where_both_can_hold_one_says_why(clash, cast):
    three, five, conflict = clash
    conflict.dismiss(by=cast.omar, reason="五个是分院的首页")
    deliver_all()
    three.start(by=cast.lena)
    five.start(by=cast.lena)
    with pytest.raises(WrongState):
        conflict.put(by=cast.lena, decider=cast.clara, holds=three)


def test_it_is_settled_when_one_is_no_longer_wanted_and_comes_back_with_it(clash, cast):
    three, five, conflict = clash
    five.drop(by=cast.lena, reason="不要了")
    deliver_all()
    conflict.refresh_from_db()
    assert conflict.state == "lapsed"
    three.start(by=cast.lena)
    five.take_up(by=cast.lena)
    deliver_all()
    conflict.refresh_from_db()
    assert conflict.state == "open"


def test_whoever_reads_decides_nothing_and_a_stranger_sees_nothing(clash, cast):
    three, _five, conflict = clash
    for act, said in (("put", {"decider": cast.clara, "holds": three}), ("dismiss", {"reason": "x"})):
        with pytest.raises(Forbidden):
            getattr(conflict, act)(by=cast.rita, **said)
    with pytest.raises(Forbidden):
        Conflict.objects.add(by=cast.lena, client=cast.qingchuan, one=three, other=_five, why="number", about="x")
    assert not Conflict.objects.visible_to(cast.ida).exists()


def test_the_form_offers_whoever_decides_about_the_scope(clash, cast, nurse):
    _three, _five, conflict = clash
    said = {"by": cast.lena, "client": cast.qingchuan, "source": "told"}
    Right.objects.add(**said, contact=nurse, subject="design")
    Right.objects.add(**said, contact=cast.clara, subject="scope")
    assert PutForm(record=conflict, by=cast.lena).initial["decider"] == cast.clara.pk


def test_it_is_shown_on_its_page_and_on_both_wishes(clash, cast, client):
    three, five, conflict = clash
    client.force_login(cast.lena)
    page = client.get(f"/conflicts/{conflict.reference}/").content.decode()
    assert THREE in page and FIVE in page
    for one in (three, five):
        assert f"/conflicts/{conflict.reference}/" in client.get(f"/requirements/{one.reference}/").content.decode()
    tab = client.get(f"/clients/{cast.qingchuan.reference}/?tab=requirements").content.decode()
    assert f"/conflicts/{conflict.reference}/" in tab
