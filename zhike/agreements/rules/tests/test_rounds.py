"""Rounds of revision are noted with what used them; the one above those agreed is marked as outside."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from zhike.agreements.rules.errors import NoRounds, OtherClient, UsedAlready
from zhike.agreements.rules.meters import meters_of
from zhike.agreements.rules.models import Crossing, Round
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event
from zhike.domains.conversations.workflows import log
from zhike.surfaces.api.tests.conftest import program_of


@pytest.fixture
def two_rounds(agree):
    return agree("revisions", quantity=2, unit="rounds", subject="Prototype")


@pytest.fixture
def use(cast, two_rounds):
    """A talk with Clara that used a round."""

    def used(**more):
        talk = log(by=cast.lena, client=cast.qingchuan, kind="call", text="Once more, in blue", contacts=[cast.clara])
        same = {"by": cast.lena, "source": talk, "used_on": talk.happened_at.date()}
        two_rounds.use_round(**same | more)
        return Round.objects.latest("pk")

    return used


def meter(cast):
    (one,) = meters_of(cast.qingchuan)
    return one


def test_each_round_names_what_used_it(use, cast):
    made = use(note="Blue instead of green")
    (used,) = meter(cast).used
    assert (used.number, used.outside, str(used.record), used.round) == (1, False, "Once more, in blue", made)
    assert (meter(cast).agreed, meter(cast).left) == (2, 1)
    assert Event.objects.get(kind="engagement.round_used").facts["number"] == 1


def test_the_round_above_those_agreed_is_outside_and_a_rule_crossed_by_them(use, cast):
    rounds = [use() for _time in range(3)]
    assert [one.outside for one in meter(cast).used] == [False, False, True]
    assert (meter(cast).left, meter(cast).over) == (0, 1)
    crossing = Crossing.objects.get()
    assert (crossing.side, crossing.how, crossing.record_id) == ("them", "round", rounds[-1].record_id)
    assert Event.objects.filter(kind="engagement.round_outside").count() == 1


def test_what_is_taken_back_counts_no_longer_and_stays_in_the_books(use, two_rounds, cast):
    rounds = [use() for _time in range(3)]
    with pytest.raises(Forbidden):
        two_rounds.take_round_back(by=cast.rita, round=rounds[2], note="x")
    two_rounds.take_round_back(by=cast.lena, round=rounds[2], note="They only asked")
    assert (meter(cast).over, len(meter(cast).used), Round.objects.count()) == (0, 2, 4)
    assert not Crossing.objects.exists()
    with pytest.raises(UsedAlready):
        two_rounds.take_round_back(by=cast.lena, round=rounds[2], note="Again")


def test_more_rounds_agreed_make_room(use, two_rounds, cast):
    for _time in range(3):
        use()
    two_rounds.renegotiate(by=cast.lena, quantity=3, reason="At our cost", agreed_by=cast.clara, how="call")
    assert (meter(cast).agreed, len(meter(cast).used), meter(cast).over) == (3, 3, 0)


def test_it_refuses_a_reader_another_client_and_a_clause_without_rounds(use, agree, two_rounds, cast):
    with pytest.raises(Forbidden):
        use(by=cast.rita)
    theirs = log(by=cast.ida, client=cast.tramlight, kind="call", text="x")
    with pytest.raises(OtherClient):
        use(source=theirs)
    unconfirmed = agree("revisions", quantity=2, unit="rounds", contact_agreed=None, how="")
    ours = use()
    talk = log(by=cast.lena, client=cast.qingchuan, kind="call", text="x")
    for clause in (unconfirmed, agree("fee")):
        with pytest.raises(NoRounds):
            clause.use_round(by=cast.lena, source=talk, used_on=ours.used_on)


def test_one_talk_uses_one_round(use, cast):
    made = use()
    talk = cast.qingchuan.conversations.get()
    with pytest.raises(UsedAlready):
        use(source=talk)
    assert [one.round for one in meter(cast).used] == [made]


@pytest.mark.parametrize("statement", ["update engagement_round set note = 'y'", "delete from engagement_round"])
def test_no_statement_changes_one(use, statement):
    use()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_round_is_noted_from_the_page_of_a_talk(two_rounds, cast, client):
    talk = log(by=cast.lena, client=cast.qingchuan, kind="call", text="Once more, in blue", contacts=[cast.clara])
    client.force_login(cast.lena)
    page = f"/clients/{cast.qingchuan.reference}/rules/round/?source={talk.reference}"
    assert page.replace("&", "&amp;") in client.get(f"/conversations/{talk.reference}/").text
    assert "Once more, in blue" in client.get(page).text
    client.post(page, {"clause": two_rounds.pk, "used_on": "2026-11-20", "note": "Blue", "source": talk.reference})
    assert Round.objects.get().note == "Blue"
    shown = client.get(f"/clients/{cast.qingchuan.reference}/rules/rounds/").text
    assert "Once more, in blue" in shown and "Blue" in shown
    assert "1 of 2" in client.get(f"/clients/{cast.qingchuan.reference}/").text
    assert "used a round" in client.get(f"/conversations/{talk.reference}/").text
    back = f"/clients/{cast.qingchuan.reference}/rules/rounds/{Round.objects.get().pk}/back/"
    for said, standing in (("", 1), ("They only asked", 0)):
        assert client.post(back, {"note": said}).status_code == 302
        assert len(meter(cast).used) == standing
    client.force_login(cast.ida)
    assert client.get(page).status_code == 404
    client.force_login(cast.rita)
    assert client.post(page, {"clause": two_rounds.pk, "source": talk.reference}).status_code == 403


def test_a_program_notes_one_and_takes_it_back(two_rounds, cast):
    talk = log(by=cast.lena, client=cast.qingchuan, kind="call", text="Once more, in blue", contacts=[cast.clara])
    lenas, clause = program_of(cast.lena), f"clauses/{two_rounds.reference}"
    said = {"source": talk.reference, "used_on": "2026-11-20", "note": "Blue"}
    assert lenas.post(f"{clause}/use_round", said | {"source": "CV-999"}).status_code == 422
    assert lenas.post(f"{clause}/use_round", said).status_code == 200
    assert lenas.post(f"{clause}/use_round", said).status_code == 409
    told = lenas.get(f"clients/{cast.qingchuan.reference}/rules").json()
    (used,) = told["data"][0]["rounds"]["rounds"]
    assert (used["number"], used["note"], used["in"]["reference"]) == (1, "Blue", talk.reference)
    back = {"round": used["round"], "note": "They only asked"}
    assert lenas.post(f"{clause}/take_round_back", back).status_code == 200
    assert meter(cast).used == ()
