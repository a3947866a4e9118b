"""A program takes a list out: as a job, and as CSV while it is read."""

from tests.cast import Cast
from zhike.core.jobs.running import run as work
from zhike.surfaces.api.tests.conftest import Program, program_of


def test_it_begins_follows_and_fetches_an_export(lenas: Program, cast: Cast) -> None:
    begun = lenas.post("clients/export", {"sort": "csv", "columns": "name,owner", "headers": "salesforce"})
    assert begun.status_code == 202 and begun.json()["file"] is None
    place = begun["Location"].removeprefix("/api/v1/")
    work(begun.json()["id"])
    told = lenas.get(place).json()
    assert (told["state"], told["done"]) == ("done", 1)
    got = lenas.get(f"{place}/file")
    assert b"".join(got.streaming_content).decode("utf-8-sig").startswith("Reference,Account Name,Account Owner\r\n")
    assert program_of(cast.ada).get(place).status_code == 404


def test_it_streams_the_list_as_csv(lenas: Program, cast: Cast) -> None:
    got = lenas.get("clients?owner=me&columns=name", Accept="text/csv")
    text = b"".join(got.streaming_content).decode("utf-8-sig")
    assert text == f"Reference,Name\r\nCL-{cast.qingchuan.pk},{cast.qingchuan.name}\r\n"


def test_it_refuses_nonsense_and_who_may_not(lenas: Program, cast: Cast) -> None:
    assert lenas.post("clients/export", {"sort": "pdf"}).status_code == 422
    assert lenas.post("clients/export", {"columns": "nothing"}).status_code == 400
    assert lenas.get("clients?ownr=me", Accept="text/csv").status_code == 400
    assert program_of(cast.rita).post("clients/export", {}).status_code == 403
    assert program_of(cast.lena, "contacts:read").post("clients/export", {}).status_code == 403
