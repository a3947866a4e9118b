"""What hurts a client: noted, solved, accepted, dropped."""

from urllib.parse import parse_qs, urlparse

import pytest

from zhike.clients.pains.forms import PainForm
from zhike.clients.pains.models import PainPoint
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.domains.conversations.workflows import log

WORDS = "老人家根本找不到挂号的入口"


@pytest.fixture
def pain(cast):
    values = {"client": cast.qingchuan, "statement": WORDS, "said_by": cast.clara, "severity": "blocks"}
    return PainPoint.objects.add(by=cast.lena, **values)


def test_it_stands_on_the_clients_timeline(pain, cast):
    told = Event.objects.get(kind="pain.noted")
    assert (told.client, told.fact("name")) == (cast.qingchuan, WORDS)
    assert pain.state == "open"


def test_it_refuses_a_reader(cast):
    with pytest.raises(Forbidden):
        PainPoint.objects.add(by=cast.rita, client=cast.qingchuan, statement=WORDS)


def test_a_solution_is_offered_then_it_is_solved(pain, cast):
    told = pain.take_on(by=cast.omar, solution="首页一个大按钮")
    assert (pain.state, pain.solution, told.fact("solution")) == ("solving", "首页一个大按钮", "首页一个大按钮")
    pain.solve(by=cast.omar, solution="首页一个大按钮，已上线")
    assert pain.state == "solved"


@pytest.mark.parametrize(("step", "state"), [("accept", "accepted"), ("drop", "dropped")])
def test_it_ends_with_a_reason(pain, cast, step, state):
    told = getattr(pain, step)(by=cast.lena, why="预算明年才有")
    assert (pain.state, told.fact("why")) == (state, "预算明年才有")


@pytest.mark.parametrize("step", ["take_on", "solve"])
def test_what_has_ended_must_hurt_again_first(pain, cast, step):
    pain.drop(by=cast.lena, why="-")
    with pytest.raises(WrongState):
        getattr(pain, step)(by=cast.lena, solution="x")
    pain.reopen(by=cast.lena)
    assert pain.state == "open"


def test_a_reader_takes_no_step(pain, cast):
    with pytest.raises(Forbidden):
        pain.solve(by=cast.rita, solution="x")


def test_who_said_it_must_stand_at_the_client(cast):
    said = {"client": cast.tramlight.pk, "statement": "Old codes", "said_by": cast.clara.pk}
    assert list(PainForm(said, by=cast.ada).errors) == ["said_by"]


def test_it_is_noted_from_a_conversation_with_its_quote(cast, client):
    talk = log(by=cast.lena, client=cast.qingchuan, kind="call", text=f"**{WORDS}**", contacts=[cast.clara])
    client.force_login(cast.lena)
    page = client.get(f"/conversations/{talk.reference}/").content.decode()
    link = page.split('href="/pains/new/?', 1)[1].split('"', 1)[0].replace("&amp;", "&")
    told = {name: values[0] for name, values in parse_qs(urlparse("?" + link).query).items()}
    assert told["statement"] == WORDS and told["source_text"] == talk.reference
    form = client.get("/pains/new/?" + link).content.decode()
    assert WORDS in form and talk.reference in form
    answer = client.post("/pains/new/", told)
    assert answer.status_code == 302, answer.content.decode()
    noted = PainPoint.objects.get()
    assert (noted.said_by, noted.known_on.isoformat()) == (cast.clara, told["known_on"])


def test_a_reader_is_not_offered_to_note_one(cast, client):
    talk = log(by=cast.lena, client=cast.qingchuan, kind="call", text=WORDS)
    client.force_login(cast.rita)
    assert "/pains/new/" not in client.get(f"/conversations/{talk.reference}/").content.decode()


def test_the_client_page_shows_the_worst_that_is_open(pain, cast, client):
    PainPoint.objects.add(by=cast.lena, client=cast.qingchuan, statement="Solved long ago").drop(by=cast.lena, why="-")
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/?tab=facts").content.decode()
    assert WORDS in page and "Solved long ago" not in page
    assert "Solved long ago" in client.get(f"/clients/{cast.qingchuan.reference}/?tab=pains").content.decode()


def test_its_page_shows_the_words_and_the_evidence(pain, cast, client):
    pain.amend(by=cast.lena, source="told", source_text="CV-12")
    client.force_login(cast.lena)
    page = client.get(f"/pains/{pain.reference}/").content.decode()
    assert '<blockquote class="word">' in page and 'href="/conversations/CV-12/"' in page
