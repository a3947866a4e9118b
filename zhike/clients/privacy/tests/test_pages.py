"""From the menu of a contact to the archive, and to the person being gone."""

import json
from io import BytesIO
from zipfile import ZipFile

from zhike.clients.models import Contact
from zhike.clients.privacy.erasing import erase
from zhike.clients.privacy.models import Erasure
from zhike.clients.privacy.tests.conftest import CALLED, MAIL, NAME
from zhike.core.jobs.models import Job
from zhike.core.jobs.running import run


def test_a_manager_comes_from_the_contacts_menu_sees_what_goes_and_erases(cast, trail, client):
    client.force_login(cast.mona)
    at = f"/privacy/{trail.zhiwei.reference}/"
    assert at in client.get(f"/contacts/{trail.zhiwei.reference}/").content.decode()
    shown = client.get(at).content.decode()
    assert f"Ring {NAME}" in shown and f"{CALLED} waits too long" in shown and "2 to-dos" not in shown
    take = [f"todos.todo:{trail.todo.pk}", f"conversations.conversation:{trail.talk.pk}"]
    said = {"take": take, "reason": "Asked by mail", "confirm": "wrong"}
    assert client.post(at, said).status_code == 422
    assert not Erasure.objects.exists()
    answer = client.post(at, said | {"confirm": trail.zhiwei.reference, "version": trail.zhiwei.version})
    assert answer["Location"] == f"/contacts/{trail.zhiwei.reference}/"
    page = client.get(answer["Location"]).content.decode()
    assert NAME not in page and "Erased person" in page
    trail.todo.refresh_from_db()
    assert trail.todo.title == "Ring Erased person"
    assert "Erased on" in client.get(at).content.decode()


def test_the_archive_holds_what_is_known_in_both_languages_and_the_files(cast, trail, client):
    client.force_login(cast.mona)
    client.post(f"/privacy/{trail.zhiwei.reference}/", {"export": "1"})
    job = Job.objects.get()
    assert NAME not in job.title
    run(job.pk)
    job.refresh_from_db()
    answer = client.get(job.result["url"])
    box = ZipFile(BytesIO(answer.getvalue()))
    assert f"files/{trail.file.reference} {NAME}.txt" in box.namelist()
    known = json.dumps(json.loads(box.read("person.json"))["data"], ensure_ascii=False)
    for said in (NAME, MAIL, "wants a quote", "Has two children", "骑行"):
        assert said in known
    pages = {name: box.read(name).decode() for name in box.namelist() if name.endswith(".html")}
    assert len(pages) == 2
    assert all(NAME in page and "Dear" in page for page in pages.values())
    assert len(set(pages.values())) == 2


def test_an_archive_is_for_who_made_it_and_goes_with_the_person(
    cast, trail, client, django_capture_on_commit_callbacks
):
    client.force_login(cast.mona)
    client.post(f"/privacy/{trail.zhiwei.reference}/", {"export": "1"})
    job = Job.objects.get()
    run(job.pk)
    url = f"/privacy/export/{job.pk}/"
    client.force_login(cast.ada)
    assert client.get(url).status_code == 404
    client.force_login(cast.mona)
    assert client.get(url).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        erase(Contact.objects.get(pk=trail.zhiwei.pk), by=cast.ada, reason="Asked by mail")
    assert client.get(url).status_code == 404


def test_others_may_neither_look_nor_hand_out_nor_erase(cast, trail, client):
    at = f"/privacy/{trail.zhiwei.reference}/"
    for person, answer in ((cast.lena, 403), (cast.rita, 403), (cast.ida, 404)):
        client.force_login(person)
        assert client.get(at).status_code == client.post(at, {"export": "1"}).status_code == answer
    assert not Job.objects.exists()


def test_administrators_read_the_list_and_nobody_else(cast, trail, client):
    erase(trail.zhiwei, by=cast.mona, reason="Asked by mail")
    client.force_login(cast.ada)
    page = client.get("/privacy/").content.decode()
    assert trail.zhiwei.reference in page and "Asked by mail" in page and NAME not in page
    client.force_login(cast.mona)
    assert client.get("/privacy/").status_code == 403
