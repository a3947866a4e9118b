"""From the queue to one client, and back to two."""

from zhike.clients.duplicates.models import Pair
from zhike.clients.merging.models import Merge
from zhike.clients.merging.workflows import merge
from zhike.clients.models import Client
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.workflows import add_todo


def test_the_queue_leads_to_the_preview_and_the_preview_to_one_client(cast, twin, client):
    client.force_login(cast.lena)
    queue = client.get("/duplicates/").content.decode()
    address = f"/merge/{cast.qingchuan.reference}/?with={twin.client.reference}"
    assert address in queue
    assert "same name, legal form aside" in queue and ">Not the same</button>" in queue
    preview = client.get(address).content.decode()
    assert "+86 571 8765 4321" in preview or "+8657187654321" in preview
    said = {
        "with": twin.client.reference,
        "take_industry": "winner",
        "take_tags": "both",
        "version": 1,
        "other_version": 1,
    }
    answer = client.post(address, said)
    assert answer["Location"] == f"/clients/{cast.qingchuan.reference}/"
    now = Client.objects.get(pk=cast.qingchuan.pk)
    assert (now.industry, now.tags) == ("", ["vip"])
    page = client.get(answer["Location"]).content.decode()
    assert f"/merges/{Merge.objects.get().pk}/" in page


def test_what_came_since_is_offered_before_they_are_taken_apart(cast, twin, client):
    done = merge(cast.qingchuan, twin.client, by=cast.lena)
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Ask which one", owner=cast.lena)
    client.force_login(cast.lena)
    assert "Ask which one" in client.get(done.get_absolute_url()).content.decode()
    answer = client.post(done.get_absolute_url(), {f"row:todos.todo:{todo.pk}": "loser"})
    assert answer["Location"] == f"/clients/{twin.client.reference}/"
    assert client.get(answer["Location"]).status_code == 200
    todo.refresh_from_db()
    assert todo.client == twin.client
    assert "taken apart already" in client.get(done.get_absolute_url()).content.decode()


def test_a_preview_made_stale_is_shown_again(cast, twin, client):
    client.force_login(cast.lena)
    twin.client.amend(by=cast.omar, industry="Care")
    said = {"with": twin.client.reference, "version": 1, "other_version": 1}
    assert client.post(f"/merge/{cast.qingchuan.reference}/", said).status_code == 409
    assert not Merge.objects.exists()


def test_a_stranger_finds_nothing_and_a_colleague_may_only_look(cast, twin, client):
    done = merge(cast.qingchuan, twin.client, by=cast.lena)
    Pair.objects.all().delete()
    two = {"record_id": cast.qingchuan.pk, "other_id": cast.qingchuan.pk + 9}
    pair = Pair.objects.create(record_type="clients.client", score=1, reasons=[], **two)
    client.force_login(cast.ida)
    for address in (done.get_absolute_url(), f"/merge/{cast.qingchuan.reference}/", "/merge/CV-1/"):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404
    assert client.post(f"/duplicates/{pair.pk}/apart/").status_code == 404
    assert "晴川" not in client.get("/duplicates/").content.decode()
    client.force_login(cast.omar)
    assert client.get(done.get_absolute_url()).status_code == 200
    assert client.post(done.get_absolute_url()).status_code == 403


def test_without_the_other_one_the_page_asks_for_it(cast, twin, client):
    client.force_login(cast.lena)
    assert "as well?" in client.get(f"/merge/{cast.qingchuan.reference}/").content.decode()


def test_told_apart_they_are_not_asked_about_again(cast, twin, client):
    client.force_login(cast.lena)
    pair = Pair.objects.get()
    client.post(f"/duplicates/{pair.pk}/apart/")
    twin.client.amend(by=cast.lena, industry="Care")
    deliver_all()
    assert "Compare" not in client.get("/duplicates/").content.decode()
    client.post(f"/duplicates/{pair.pk}/again/")
    assert "Compare" in client.get("/duplicates/").content.decode()
    client.post(f"/duplicates/{pair.pk}/later/")
    assert "Compare" not in client.get("/duplicates/").content.decode()
    assert client.post(f"/duplicates/{pair.pk}/whatever/").status_code == 404


def test_who_types_a_name_that_is_there_is_told_unless_they_may_not_see_it(cast, twin, client):
    for person, found in ((cast.omar, True), (cast.ida, False)):
        client.force_login(person)
        said = {"name": "晴川医疗", "phones": "0571 8765 4321", "emails": "nonsense"}
        answer = client.post("/duplicates/alike/clients/", said)
        assert (twin.client.reference in answer.content.decode()) is found
    client.force_login(cast.omar)
    assert "duplicates/alike/clients" in client.get("/clients/new/").content.decode()
    assert "duplicates/alike" not in client.get(f"/clients/{twin.client.reference}/edit/").content.decode()


def test_a_long_queue_has_pages_and_keeps_what_was_chosen(cast, twin, client):
    two = {"record_id": cast.qingchuan.pk, "other_id": twin.client.pk, "record_type": "clients.client"}
    Pair.objects.exclude(**two).delete()
    more = [Client.objects.add(by=cast.lena, name=f"Firm {n}", owner=cast.lena, team=cast.lena.team) for n in range(26)]
    for one in more:
        Pair.objects.create(
            record_type="clients.client", record_id=cast.qingchuan.pk, other_id=one.pk, score=1, reasons=[]
        )
    client.force_login(cast.lena)
    first = client.get("/duplicates/?kind=clients").content.decode()
    assert first.count('class="pair"') == 25
    assert "?page=2&amp;state=open&amp;kind=clients" in first
    assert client.get("/duplicates/?kind=clients&page=2").content.decode().count('class="pair"') == 2


def test_a_contact_is_merged_from_the_menu_of_its_page(cast, client):
    client.force_login(cast.lena)
    page = client.get(f"/contacts/{cast.clara.reference}/").content.decode()
    assert f"/merge/{cast.clara.reference}/" in page
