"""Own fields that lead to a client or contact lead to the one that goes on, and back."""

from zhike.clients.merging.undoing import unmerge
from zhike.clients.merging.workflows import merge
from zhike.clients.models import Client
from zhike.core.fields.models import FieldDefinition
from zhike.surfaces.exchange.keys import Known
from zhike.surfaces.exchange.links import Links


def test_an_own_field_that_leads_to_the_one_leads_to_the_other_and_back(cast, twin):
    link = {"record_type": "todos.todo", "kind": "link", "links_to": "clients.client"}
    FieldDefinition.objects.add(by=cast.ada, key="via", label="Through", **link)
    FieldDefinition.objects.add(by=cast.ada, key="size", label="Size", record_type="todos.todo")
    twin.todo.amend(by=cast.lena, own_via=twin.client, own_size="XL")
    done = merge(cast.qingchuan, twin.client, by=cast.lena)
    twin.todo.refresh_from_db()
    assert twin.todo.custom == {"via": {"id": cast.qingchuan.pk, "text": "晴川医疗"}, "size": "XL"}
    unmerge(done, by=cast.lena)
    twin.todo.refresh_from_db()
    assert twin.todo.custom["via"]["id"] == twin.client.pk


def test_an_import_that_names_the_old_reference_means_the_one_that_goes_on(cast, twin):
    merge(cast.qingchuan, twin.client, by=cast.lena)
    records = Client.objects.visible_to(cast.lena)
    assert Links(records, {twin.client.reference}).meaning([twin.client.reference]) == cast.qingchuan

    class Row:
        values, said, name_key = {"name": "Whatever"}, {"reference": twin.client.reference}, ""

    known = Known(records)
    known.load([Row()])
    assert known.find(Row()).record == cast.qingchuan
