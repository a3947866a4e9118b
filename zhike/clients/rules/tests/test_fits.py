"""Whom a rule fits: the same as asking one client at a time."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhike.clients.models import Client
from zhike.clients.rules.explaining import explain
from zhike.clients.rules.fitting import fits, matches
from zhike.clients.rules.reading import read
from zhike.clients.rules.tests import invented
from zhike.clients.rules.tests.oracle import holds
from zhike.core.fields.models import FieldDefinition
from zhike.core.record.amending import told

OWN = {
    "note": "text", "seats": "number", "budget": "money", "ends": "date", "found": "choice", "uses": "choices",
    "vip": "boolean", "buddy": "person",
}  # fmt: skip
CHOICES = {"found": "\n".join(invented.SIZES), "uses": "\n".join(invented.TAGS)}


@pytest.fixture
def own_fields(cast):
    for key, kind in OWN.items():
        FieldDefinition.objects.add(
            by=cast.ada, record_type="clients.client", key=key, label=key.title(), kind=kind,
            choices=CHOICES.get(key, ""),
        )  # fmt: skip


def stands(place: int, facts: dict[str, Any]) -> Client:
    """A client with these facts, not yet saved."""
    own = {name[4:]: value for name, value in facts.items() if name.startswith("own_") and value not in (None, "", [])}
    if "buddy" in own:
        own["buddy"] = {"id": own["buddy"], "text": "Somebody"}
    plain = {name: value for name, value in facts.items() if not name.startswith("own_")}
    for name in ("owner", "deputy"):
        plain[f"{name}_id"] = plain.pop(name)
    return Client(name=f"Client {place}", custom={key: told(value) for key, value in own.items()}, **plain)


def test_it_fits_just_those_whom_the_reference_fits(cast, own_fields):
    people = [cast.lena.pk, cast.omar.pk, cast.mona.pk]

    @settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(invented.clients(people), min_size=1, max_size=6), invented.rules(people))
    def law(all_facts: list[dict[str, Any]], said: dict[str, Any]) -> None:
        rule = read(said)
        assert read(rule.as_json()).as_json() == rule.as_json()
        with transaction.atomic():
            made = Client.objects.bulk_create(stands(*one) for one in enumerate(all_facts))
            ours = Client.objects.filter(pk__in=[client.pk for client in made])
            found = set(fits(rule, ours, invented.TODAY).values_list("pk", flat=True))
            wanted = {
                client.pk for client, facts in zip(made, all_facts, strict=True) if holds(said, facts, invented.TODAY)
            }
            assert found == wanted
            answer = explain(rule, made[0], invented.TODAY)
            assert answer.holds == matches(rule, made[0], invented.TODAY) == (made[0].pk in wanted)
            assert bool(answer.failing) != answer.holds
            assert answer.words
            transaction.set_rollback(True)

    law()


def test_what_is_not_known_is_not_so_and_its_contrary_is(cast):
    everyone = Client.objects.order_by("pk")
    asked = {"field": "next_follow_up", "next_days": 7}
    assert not fits(read(asked), everyone).exists()
    assert list(fits(read({"not": asked}), everyone)) == list(everyone)


def test_a_day_is_the_companys_day_and_not_the_readers(cast, settings):
    from datetime import UTC, date, datetime

    late = datetime(2026, 5, 12, 16, 30, tzinfo=UTC)  # half past midnight on 13 May in Shanghai
    Client.objects.filter(pk=cast.tramlight.pk).update(last_contact_at=late)
    on = lambda day: read({"field": "last_contact_at", "on": day})  # noqa: E731
    assert matches(on("2026-05-13"), cast.tramlight, date(2026, 5, 20))
    assert not matches(on("2026-05-12"), cast.tramlight, date(2026, 5, 20))


def test_it_counts_open_to_dos(cast):
    from zhike.core.todos.workflows import add_todo

    add_todo(cast.qingchuan, by=cast.lena, title="Call", owner=cast.lena)
    add_todo(cast.qingchuan, by=cast.lena, title="Done", owner=cast.lena).complete(by=cast.lena)
    busy = read({"field": "open_todos", "at_least": 1})
    assert list(fits(busy, Client.objects.all())) == [cast.qingchuan]
    assert list(fits(read({"field": "open_todos", "is": 0}), Client.objects.all())) == [cast.tramlight]


def test_it_links_to_another_client(cast):
    FieldDefinition.objects.add(
        by=cast.ada, record_type="clients.client", key="via", label="Via", kind="link", links_to="clients.client"
    )
    cast.qingchuan.amend(by=cast.lena, own_via=cast.tramlight)
    rule = read({"field": "own_via", "is": {"id": cast.tramlight.pk, "text": "Tramlight"}})
    assert list(fits(rule, Client.objects.all())) == [cast.qingchuan]
    assert rule.as_json() == {"field": "own_via", "is": {"id": cast.tramlight.pk, "text": "Tramlight"}}
