"""Each kind of own field through every door: form, list, filter, page, cell, file."""

from typing import Any

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.clients.forms import ClientForm
from zhike.clients.models import Client
from zhike.core.base.kept import forget_all
from zhike.core.fields.models import FieldDefinition
from zhike.core.fields.tests.kinds import CASES, Case

every_kind = pytest.mark.parametrize("case", CASES, ids=lambda case: case.kind)


@pytest.fixture
def ada_browses(cast: Cast, client: Browser) -> Browser:
    cast.ada.prefer(by=cast.ada, language="en")
    client.force_login(cast.ada)
    return client


def defined(case: Case, cast: Cast, **more: Any) -> FieldDefinition:
    definition = FieldDefinition.objects.add(
        by=cast.ada, record_type="clients.client", key="it", label="It", kind=case.kind, choices=case.choices,
        links_to="clients.client" if case.kind == "link" else "", **more,
    )  # fmt: skip
    forget_all()
    return definition


def filled(case: Case, cast: Cast) -> Client:
    defined(case, cast)
    form = ClientForm({"name": "Filled", "own_it": case.typed(cast)}, by=cast.ada)
    assert form.is_valid(), form.errors
    made: Client = form.save(by=cast.ada)
    return made


@every_kind
def test_a_form_keeps_it_and_shows_it_again(case: Case, cast: Cast, ada_browses: Browser) -> None:
    client = filled(case, cast)
    assert Client.objects.get(pk=client.pk).custom == {"it": case.kept(cast)}
    form = ClientForm(instance=client, by=cast.ada)
    again = ClientForm({"name": "Filled"} | typed_again(form), instance=client, by=cast.ada)
    assert again.is_valid(), again.errors
    assert client.differences({"own_it": again.values["own_it"]}) == []
    assert ada_browses.get(f"/clients/{client.reference}/edit/").status_code == 200


def typed_again(form: ClientForm) -> dict[str, Any]:
    """What a browser would send for the control as it is shown."""
    value = form["own_it"].value()
    return {"own_it": [str(one) for one in value] if isinstance(value, list) else str(value)}


@every_kind
def test_a_list_and_the_page_show_it(case: Case, cast: Cast, ada_browses: Browser) -> None:
    client = filled(case, cast)
    assert case.shown in ada_browses.get("/clients/?columns=own_it").content.decode()
    assert case.shown in ada_browses.get(f"/clients/{client.reference}/?tab=facts").content.decode()


@every_kind
def test_a_filter_finds_it(case: Case, cast: Cast, ada_browses: Browser) -> None:
    client = filled(case, cast)
    found = ada_browses.get("/clients/", {"own_it": case.finds(cast)}).content.decode()
    missed = ada_browses.get("/clients/", {"own_it": case.misses}).content.decode()
    assert f'id="{client.reference}"' in found
    assert f'id="{cast.qingchuan.reference}"' not in found
    assert f'id="{client.reference}"' not in missed
    assert 'name="own_it"' in ada_browses.get("/clients/filters/").content.decode()


@every_kind
def test_a_cell_is_changed_in_place(case: Case, cast: Cast, ada_browses: Browser) -> None:
    client = filled(case, cast)
    url = f"/clients/{client.reference}/cell/own_it"
    assert 'name="own_it"' in ada_browses.get(url).content.decode()
    answer = ada_browses.post(url, {"own_it": case.other(cast), "version": client.version})
    assert answer.status_code == 200, answer.content.decode()
    assert case.then in answer.content.decode()


@every_kind
def test_a_files_row_reads_it(case: Case, cast: Cast) -> None:
    defined(case, cast)
    values, faults = ClientForm(by=cast.ada).clean_row({"name": "Row", "own_it": (case.row or case.typed)(cast)})
    assert faults == {}
    client = Client.objects.add(by=cast.ada, **values)
    assert client.custom == {"it": case.kept(cast)}


@every_kind
def test_one_that_is_required_is_asked_for(case: Case, cast: Cast) -> None:
    defined(case, cast, required=True)
    form = ClientForm({"name": "Empty"}, by=cast.ada)
    _values, faults = ClientForm(by=cast.ada).clean_row({"name": "Empty"})
    assert form.errors["own_it"] == faults["own_it"] == ["This field is required."]


@every_kind
def test_history_says_what_it_was_and_undo_puts_it_back(case: Case, cast: Cast, ada_browses: Browser) -> None:
    client = filled(case, cast)
    form = ClientForm({"name": "Filled", "own_it": case.other(cast)}, instance=client, by=cast.ada)
    assert form.is_valid(), form.errors
    form.save(by=cast.ada)
    page = ada_browses.get(f"/clients/{client.reference}/").content.decode()
    assert '<span class="muted">It</span>' in page
    from zhike.core.history.undo import turn_round
    from zhike.core.timeline.models import Event

    assert turn_round(Event.objects.filter(kind="record.edited", record_id=client.pk).latest("pk"), cast.ada)
    assert Client.objects.get(pk=client.pk).custom == {"it": case.kept(cast)}


def test_a_choice_that_was_taken_away_stays_one_for_records_that_have_it(cast: Cast) -> None:
    case = next(one for one in CASES if one.kind == "choice")
    client = filled(case, cast)
    FieldDefinition.objects.get(key="it").amend(by=cast.ada, choices="Web")
    forget_all()
    assert ClientForm({"name": "Filled", "own_it": "Fair"}, instance=client, by=cast.ada).is_valid()
    assert not ClientForm({"name": "New", "own_it": "Fair"}, by=cast.ada).is_valid()


def test_a_person_who_left_stays_one_for_records_that_have_them(cast: Cast) -> None:
    case = next(one for one in CASES if one.kind == "person")
    client = filled(case, cast)
    cast.omar.archive(by=cast.ada)
    again = {"name": "Filled", "own_it": str(cast.omar.pk)}
    assert ClientForm(again, instance=client, by=cast.ada).is_valid()
    assert not ClientForm(again, by=cast.ada).is_valid()


def test_an_archived_field_leaves_forms_and_lists_and_its_values_stay(cast: Cast, ada_browses: Browser) -> None:
    client = filled(CASES[0], cast)
    definition = FieldDefinition.objects.get(key="it")
    definition.archive(by=cast.ada)
    forget_all()
    assert "own_it" not in ClientForm(by=cast.ada).fields
    ClientForm({"name": "Renamed"}, instance=client, by=cast.ada).is_valid()
    client.amend(by=cast.ada, name="Renamed")
    definition.restore(by=cast.ada)
    forget_all()
    assert "Port side" in ada_browses.get("/clients/?columns=own_it").content.decode()
