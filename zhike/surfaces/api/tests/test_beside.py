"""Bulk, timelines, files, search."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from zhike.clients.models import Client
from zhike.core.timeline.delivery import deliver
from zhike.surfaces.api.tests.conftest import program_of


def test_each_act_has_a_result_and_one_that_fails_leaves_the_others(lenas, qingchuan, tramlight):
    acts = [
        {"act": "add", "values": {"name": "Pierhead"}},
        {"act": "add", "values": {"name": ""}},
        {"act": "amend", "reference": qingchuan.reference, "version": 1, "values": {"tags": ["VIP"]}},
        {"act": "amend", "reference": qingchuan.reference, "version": 1, "values": {"tags": ["Late"]}},
        {"act": "amend", "reference": qingchuan.reference, "values": {"tags": ["Blind"]}},
        {"act": "step", "reference": tramlight.reference, "step": "archive"},
        {"act": "step", "reference": qingchuan.reference, "step": "archive"},
        {"act": "dance"},
        {"act": "step", "reference": qingchuan.reference, "step": "archive", "version": "2"},
    ]
    results = lenas.post("clients/bulk", {"acts": acts}).json()["results"]
    assert [one["status"] for one in results] == [201, 422, 200, 412, 428, 404, 200, 400, 400]
    assert results[2]["version"] == 2
    assert Client.objects.filter(name="Pierhead").exists()


def test_more_than_a_thousand_are_too_many(lenas):
    assert lenas.post("clients/bulk", {"acts": [{"act": "add"}] * 1001}).status_code == 413
    assert lenas.post("clients/bulk", {"acts": 3}).status_code == 400


def test_a_timeline_says_what_happened(lenas, lena, qingchuan):
    qingchuan.amend(by=lena, industry="Health")
    told = lenas.get(f"clients/{qingchuan.reference}/timeline").json()
    edited = next(one for one in told["data"] if one["kind"] == "record.edited")
    assert edited["by"]["name"] == "Lena 林娜" and edited["changes"][0]["is"] == "Health"


def test_a_timeline_goes_on_where_it_ended_and_nowhere_else(lenas, lena, qingchuan):
    for n in range(60):
        qingchuan.amend(by=lena, industry=f"Trade {n}")
    place = f"clients/{qingchuan.reference}/timeline"
    first = lenas.get(place).json()
    then = lenas.get(f"{place}?before={first['next']}").json()
    assert not {one["id"] for one in first["data"]} & {one["id"] for one in then["data"]} and then["data"]
    assert [lenas.get(f"{place}?before={said}").status_code for said in ("abc", "-1", "9" * 30)] == [400] * 3


def test_files_go_in_and_come_out(lenas, idas, qingchuan):
    place = f"/api/v1/clients/{qingchuan.reference}/files"
    answer = Browser().post(place, {"file": SimpleUploadedFile("报价.txt", b"offer")}, headers=lenas.headers)
    assert answer.status_code == 201
    content = answer.json()["data"][0]["content"].removeprefix("/api/v1/")
    assert b"".join(lenas.get(content).streaming_content) == b"offer"
    assert idas.get(content).status_code == 404
    assert len(lenas.get(f"clients/{qingchuan.reference}/files").json()["data"]) == 1
    assert lenas.post(f"clients/{qingchuan.reference}/files", {}).status_code == 415


def test_search_finds_what_the_person_sees(lenas, idas, qingchuan):
    deliver()
    assert next(one["reference"] for one in lenas.get("search?q=晴川").json()["data"]) == qingchuan.reference
    assert idas.get("search?q=晴川").json()["data"] == []
    assert lenas.get("search?q=x&kind=dragons").status_code == 400


def test_any_other_address_is_a_problem_too(lenas):
    for place in ("dragons", "dragons/DR-1", "clients/CL-x", "clients/CL-1/timeline/x/y"):
        assert lenas.get(place).json()["status"] == 404
    assert lenas("DELETE", "clients").status_code == 405
    assert lenas.get("clients?q=%00").json()["detail"] == "The address holds the character NUL."


def test_a_reader_may_read_everything(rita, qingchuan):
    assert program_of(rita).get(f"clients/{qingchuan.reference}/timeline").status_code == 200
