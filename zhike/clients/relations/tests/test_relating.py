"""Noting how clients stand to each other."""

import pytest

from zhike.clients.models import Client
from zhike.clients.relations.forms import RelationForm
from zhike.clients.relations.group import group_of
from zhike.clients.relations.models import Relation
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event


@pytest.fixture
def firms(cast):
    """Three more clients of Lena's."""
    return [Client.objects.add(by=cast.lena, name=name, owner=cast.lena, team=cast.lena.team) for name in "ABC"]


def form(cast, client, kind, other, **more):
    return RelationForm({"client": client.pk, "kind": kind, "other": other.pk} | more, by=cast.lena)


def relate(cast, client, kind, other, **more):
    said = form(cast, client, kind, other, **more)
    assert said.is_valid(), said.errors
    return said.save(by=cast.lena)


def test_it_reads_both_ways(cast, firms):
    one = relate(cast, firms[0], "subsidiary", firms[1])
    assert one.seen_from(firms[0]) == ("subsidiary of", firms[1])
    assert one.seen_from(firms[1]) == ("parent of", firms[0])
    assert Event.objects.get(record_type="relations.relation").client == firms[0]


def test_it_may_be_said_from_the_other_side(cast, firms):
    one = relate(cast, firms[0], "turned:subsidiary", firms[1])
    assert (one.client, one.kind, one.other) == (firms[1], "subsidiary", firms[0])


def test_it_refuses_a_reader(cast, firms):
    with pytest.raises(Forbidden):
        Relation.objects.add(by=cast.rita, client=firms[0], kind="partner", other=firms[1])


def test_it_refuses_a_relation_to_itself(cast, firms):
    assert "itself" in str(form(cast, firms[0], "partner", firms[0]).errors["other"])


@pytest.mark.parametrize(("kind", "again", "refused"), [
    ("partner", "partner", True),
    ("subsidiary", "turned:subsidiary", True),
    ("supplier", "supplier", False),
])  # fmt: skip
def test_it_refuses_to_say_the_same_twice(cast, firms, kind, again, refused):
    """What reads alike both ways is said once; that each supplies the other is not the same."""
    relate(cast, firms[0], kind, firms[1])
    assert bool(form(cast, firms[1], again, firms[0]).errors) == refused


def test_an_archived_one_may_be_said_again(cast, firms):
    relate(cast, firms[0], "partner", firms[1]).archive(by=cast.lena)
    assert relate(cast, firms[1], "partner", firms[0])


def test_it_refuses_parents_in_a_circle(cast, firms):
    one, two, three = firms
    relate(cast, one, "subsidiary", two)
    relate(cast, two, "subsidiary", three)
    assert "circle" in str(form(cast, three, "subsidiary", one).errors["other"])
    assert form(cast, three, "supplier", one).is_valid()


def test_it_cannot_end_before_it_began(cast, firms):
    said = form(cast, firms[0], "partner", firms[1], since="2026-05-01", until="2026-04-01")
    assert list(said.errors) == ["until"]


def test_the_group_is_a_tree_from_its_top(cast, firms):
    one, two, three = firms
    relate(cast, two, "subsidiary", one)
    relate(cast, three, "subsidiary", two)
    shown = [(member.client.name, member.depth, member.here) for member in group_of(two, cast.lena)]
    assert shown == [("A", 0, False), ("B", 1, True), ("C", 2, False)]
    assert group_of(cast.qingchuan, cast.lena) == []


def test_it_stands_on_both_pages(cast, firms, client):
    relate(cast, firms[0], "referred", firms[1], source="told", source_text="CV-3")
    client.force_login(cast.lena)
    here = client.get(f"/clients/{firms[0].reference}/?tab=relations").content.decode()
    there = client.get(f"/clients/{firms[1].reference}/?tab=relations").content.decode()
    assert "referred by" in here and "referred us to" in there
    assert 'href="/conversations/CV-3/"' in here


def test_a_client_that_one_does_not_see_is_not_named(cast, client):
    Relation.objects.add(by=cast.ada, client=cast.qingchuan, kind="subsidiary", other=cast.tramlight)
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/?tab=relations").content.decode()
    assert "Tramlight" not in page and "A client that you do not see" in page
    assert not Relation.objects.visible_to(cast.lena).exists()
    assert "Tramlight" not in client.get("/relations/").content.decode()
