"""Records over the API: the same gate and the same verbs as on the pages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from tests.cast import make_cast
from zhike.clients.models import Client
from zhike.core.access.models import Token
from zhike.core.fields.models import FieldDefinition
from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.delivery import deliver
from zhike.core.todos.workflows import add_todo
from zhike.surfaces.api.kinds import LINK_TOLD, schema_of_column
from zhike.surfaces.api.models import Window
from zhike.surfaces.api.shapes import value
from zhike.surfaces.api.tests.conftest import program_of


def test_it_lists_what_the_person_sees(lenas, idas, qingchuan, tramlight):
    assert [one["name"] for one in lenas.get("clients").json()["data"]] == [qingchuan.name]
    assert [one["name"] for one in idas.get("clients").json()["data"]] == [tramlight.name]


def test_it_pages_by_cursor_without_losing_or_repeating(lenas, lena):
    for n in range(7):
        Client.objects.add(by=lena, name=f"Client {n % 3}", owner=lena)
    seen, cursor = [], ""
    while cursor is not None:
        page = lenas.get(f"clients?limit=3&sort=name&cursor={cursor}").json()
        seen += [one["reference"] for one in page["data"]]
        cursor = page["next"]
    assert len(seen) == len(set(seen)) == 8


def test_it_filters_by_the_words_of_the_page(lenas, lena):
    Client.objects.add(by=lena, name="Tagged", owner=lena, tags=["VIP"])
    assert [one["name"] for one in lenas.get("clients?tags=VIP").json()["data"]] == ["Tagged"]
    deliver()
    assert [one["name"] for one in lenas.get("clients?q=agged").json()["data"]] == []
    assert [one["name"] for one in lenas.get("clients?q=Tagged").json()["data"]] == ["Tagged"]


def test_it_refuses_a_filter_it_does_not_know(lenas):
    answer = lenas.get("clients?ower=me")
    assert answer.status_code == 400
    assert "ower" in answer.json()["detail"]


def test_it_gives_only_the_asked_fields(lenas, qingchuan):
    row = lenas.get("clients?fields=name,owner").json()["data"][0]
    assert row.keys() == {"id", "reference", "version", "name", "owner"}
    assert row["owner"]["name"] == "Lena 林娜"


def test_one_record_gives_only_the_asked_fields_too(lenas, qingchuan):
    place = f"clients/{qingchuan.reference}"
    assert lenas.get(f"{place}?fields=name").json().keys() == {"id", "reference", "version", "name"}
    assert lenas.get(f"{place}?fields=nmae").status_code == 400
    tag = lenas.get(f"{place}?fields=name")["ETag"]
    assert lenas.get(f"{place}?fields=owner", **{"If-None-Match": tag}).status_code == 200
    assert lenas.patch(place, {"tags": ["A"]}, **{"If-Match": tag}).status_code == 200


def test_a_link_that_only_one_may_have_is_told_as_a_link(lena):
    token, _secret = Token.objects.issue(by=lena, name="x", scopes=["read"])
    link = {"id": token.pk, "reference": token.reference, "name": str(token)}
    assert value(Window(token=token), Window._meta.get_field("token")) == link
    assert schema_of_column(Window._meta.get_field("token")) == LINK_TOLD


def test_it_adds_a_record_through_its_form(lenas, lena):
    answer = lenas.post("clients", {"name": "Pierhead", "phones": ["010 6512 3456"], "country": "CN"})
    assert answer.status_code == 201
    made = Client.objects.get(name="Pierhead")
    assert answer["Location"] == f"/api/v1/clients/{made.reference}"
    assert made.phones == ["+861065123456"] == answer.json()["phones"]


def test_it_refuses_in_the_words_of_the_form(lenas, lena):
    answer = lenas.post("clients", {"name": "", "emails": ["nobody"]}, **{"Accept-Language": "zh-CN"})
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    with translation.override("zh-hans"):
        _values, faults = RESOURCES["clients"].form(by=lena).clean_row({"name": "", "emails": ["nobody"]})
    assert (
        answer.json()["errors"]
        == faults
        == {"name": ["这个字段是必填项。"], "emails": ["“nobody”不是邮箱地址：缺少@。"]}
    )


@pytest.mark.parametrize(
    ("body", "field"),
    [({"nmae": "x"}, "nmae"), ({"name": 3}, "name"), ({"name": "x", "phones": [3]}, "phones"),
     ({"name": "x", "tags": ["a\0b"]}, "tags"), ({"name": "x", "tags": "a\0b"}, "tags"),
     ({"name": "x", "owner": [1]}, "owner"), ({"name": "x", "version": 1}, "version")],
)  # fmt: skip
def test_it_refuses_unknown_keys_and_wrong_types(lenas, body, field):
    answer = lenas.post("clients", body)
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == [field]


@pytest.mark.parametrize("body", [[], "x", 3, None])
def test_it_wants_an_object(lenas, body):
    assert lenas("POST", "clients", body).status_code in {400, 415}


def test_it_changes_what_is_said_and_keeps_the_rest(lenas, qingchuan, lena, omar):
    qingchuan.amend(by=lena, phones=["+861065123456"], deputy=omar)
    tag = lenas.get(f"clients/{qingchuan.reference}")["ETag"]
    answer = lenas.patch(f"clients/{qingchuan.reference}", {"tags": ["VIP"]}, **{"If-Match": tag})
    assert answer.status_code == 200
    qingchuan.refresh_from_db()
    assert (qingchuan.tags, qingchuan.phones, qingchuan.deputy) == (["VIP"], ["+861065123456"], omar)
    assert qingchuan.version == 3


def test_a_link_is_taken_by_reference_number_or_as_it_was_told(lenas, qingchuan, omar):
    for said in (omar.reference, omar.pk, {"id": omar.pk, "reference": omar.reference, "name": "Omar"}):
        answer = lenas.patch(f"clients/{qingchuan.reference}", {"deputy": said}, **{"If-Match": "*"})
        assert answer.json()["deputy"]["reference"] == omar.reference
    refused = lenas.patch(f"clients/{qingchuan.reference}", {"deputy": "CL-1"}, **{"If-Match": "*"})
    assert refused.status_code == 422


def test_a_stale_change_is_412_and_one_without_version_428(lenas, qingchuan, lena):
    tag = lenas.get(f"clients/{qingchuan.reference}")["ETag"]
    qingchuan.amend(by=lena, industry="Health")
    assert lenas.patch(f"clients/{qingchuan.reference}", {"tags": ["A"]}, **{"If-Match": tag}).status_code == 412
    assert lenas.patch(f"clients/{qingchuan.reference}", {"tags": ["A"]}).status_code == 428


def test_unchanged_is_304(lenas, qingchuan):
    tag = lenas.get(f"clients/{qingchuan.reference}")["ETag"]
    others = '"1.0123456789ab"'
    for said in (tag, f"W/{tag}", f"{others}, {tag}", f"{others},W/{tag}", "*"):
        unchanged = lenas.get(f"clients/{qingchuan.reference}", **{"If-None-Match": said})
        assert (unchanged.status_code, unchanged["ETag"], unchanged.content) == (304, tag, b""), said
    for said in (others, tag.strip('"'), f"{others}, W/{others}", "", "nonsense"):
        assert lenas.get(f"clients/{qingchuan.reference}", **{"If-None-Match": said}).status_code == 200, said


def test_one_of_several_versions_is_enough_to_change(lenas, qingchuan):
    tag = lenas.get(f"clients/{qingchuan.reference}")["ETag"]
    for said in (f'"99.x", W/{tag}', f'"99.x",{tag}'):
        assert lenas.patch(f"clients/{qingchuan.reference}", {}, **{"If-Match": said}).status_code == 200, said
    for said in ('"99.x", W/"98.y"', "nonsense", '"7"', '"' + "9" * 40 + '"'):
        assert lenas.patch(f"clients/{qingchuan.reference}", {}, **{"If-Match": said}).status_code == 412, said


def test_a_stranger_gets_404_and_a_reader_403(idas, rita, qingchuan):
    assert idas.get(f"clients/{qingchuan.reference}").status_code == 404
    ritas = program_of(rita)
    assert ritas.get(f"clients/{qingchuan.reference}").status_code == 200
    assert ritas.patch(f"clients/{qingchuan.reference}", {"tags": ["A"]}, **{"If-Match": "*"}).status_code == 403
    assert ritas.post("clients", {"name": "Mine"}).status_code == 403


def test_a_step_is_taken_with_its_inputs(lenas, lena, qingchuan):
    todo = add_todo(qingchuan, by=lena, title="Call", owner=lena)
    put_off = lenas.post(f"todos/{todo.reference}/snooze", {"until": "2999-01-01"})
    assert put_off.json()["snoozed_until"] == "2999-01-01"
    assert lenas.post(f"todos/{todo.reference}/snooze", {}).status_code == 422
    assert lenas.post(f"todos/{todo.reference}/complete").json()["state"] == "done"
    again = lenas.post(f"todos/{todo.reference}/complete")
    assert (again.status_code, again.json()["type"]) == (409, "/api/problems#refused")
    assert lenas.post(f"todos/{todo.reference}/dance").status_code == 404


def test_own_fields_are_like_fields(lenas, ada, qingchuan):
    FieldDefinition.objects.add(by=ada, record_type="clients.client", key="seats", label="Seats", kind="number")
    answer = lenas.patch(f"clients/{qingchuan.reference}", {"own_seats": "12.50"}, **{"If-Match": "*"})
    assert answer.json()["own_seats"] == "12.5"
    assert lenas.get("clients?own_seats=10..20").json()["data"] != []


def test_an_own_field_without_a_value_is_no_change(lenas, ada, qingchuan):
    for kind in ("choice", "choices", "text", "number", "boolean", "date"):
        FieldDefinition.objects.add(
            by=ada, record_type="clients.client", key=f"of_{kind}", label=kind, kind=kind, choices="a\nb"
        )
    place = f"clients/{qingchuan.reference}"
    assert lenas.patch(place, {}, **{"If-Match": "*"}).json()["version"] == qingchuan.version
    lenas.patch(place, {"industry": "Health"}, **{"If-Match": "*"})
    told = lenas.get(f"{place}/timeline").json()["data"]
    assert [len(one["changes"]) for one in told if one["kind"] == "record.edited"] == [1]


def test_archived_ones_are_asked_for(lenas, lena, qingchuan):
    assert lenas.post(f"clients/{qingchuan.reference}/archive").json()["archived_at"]
    assert lenas.get("clients").json()["data"] == []
    assert len(lenas.get("clients?archived=yes").json()["data"]) == 1


@pytest.mark.django_db
def test_a_list_asks_the_same_number_of_statements_for_more_rows():
    cast = make_cast()
    lenas = program_of(cast.lena)
    lenas.get("clients")
    counts = []
    for rows in (2, 12):
        for n in range(rows):
            Client.objects.add(by=cast.lena, name=f"{rows} {n}", owner=cast.lena, team=cast.lena.team)
        with CaptureQueriesContext(connection) as asked:
            lenas.get("clients")
        counts.append(len(asked))
    assert counts[0] == counts[1]
