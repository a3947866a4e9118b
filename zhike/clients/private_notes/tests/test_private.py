"""What Lena notes for herself is read by her and those she lets in, and by nobody else through any door."""

import pytest
from django.db import connection
from django.utils import timezone

from zhike.clients.private_notes.models import PrivateNote
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.domains.meetings.workflows import plan

SECRET = "她其实想换供应商 quietly-leaving"


@pytest.fixture
def meeting(cast):
    return plan(by=cast.lena, client=cast.qingchuan, title="例会", starts_at=timezone.now(), lead=cast.lena,
                staff=[cast.lena], contacts=[cast.clara])  # fmt: skip


@pytest.fixture(params=["contact", "meeting"])
def about(request, cast, meeting):
    return cast.clara if request.param == "contact" else meeting


@pytest.fixture
def page(client):
    def read(who, address):
        client.force_login(who)
        return client.get(address, follow=True).content.decode()

    return read


def home(record):
    return f"/{'contacts' if record._meta.label_lower == 'clients.contact' else 'meetings'}/{record.reference}/"


@pytest.fixture
def noted(about, cast, client):
    """Written by Lena on the page."""
    client.force_login(cast.lena)
    assert client.post(f"/private/{about.reference}/", {"words": SECRET}).status_code == 302
    return PrivateNote.objects.get()


def test_its_writer_reads_it_where_it_was_written(noted, about, cast, page):
    assert SECRET in page(cast.lena, home(about))


def test_nobody_else_does(noted, about, cast, page, client):
    for who in (cast.omar, cast.mona, cast.ada, cast.rita):
        assert SECRET not in page(who, home(about)), who
        assert client.get(f"/private/{about.reference}/{noted.pk}/").status_code in (403, 404)
        assert client.post(f"/private/{about.reference}/{noted.pk}/", {"words": "x"}).status_code in (403, 404)
        assert client.post(f"/private/{about.reference}/{noted.pk}/remove/").status_code == 404
    noted.refresh_from_db()
    assert noted.words == SECRET


def test_those_let_in_read_it_and_change_nothing(noted, about, cast, page, client):
    client.force_login(cast.lena)
    said = {"words": SECRET, "readers": [cast.omar.pk, cast.ida.pk]}
    client.post(f"/private/{about.reference}/{noted.pk}/", said)
    assert list(noted.shared_with.all()) == [cast.omar], "Ida does not see the client"
    assert SECRET in page(cast.omar, home(about)) and SECRET not in page(cast.mona, home(about))
    assert client.post(f"/private/{about.reference}/{noted.pk}/", {"words": "x"}).status_code == 404
    client.force_login(cast.lena)
    client.post(f"/private/{about.reference}/{noted.pk}/", {"words": SECRET})
    assert SECRET not in page(cast.omar, home(about)), "what was shared can be taken back"


def test_readers_and_strangers_write_none(about, cast, client):
    for who, code in ((cast.rita, 403), (cast.ida, 404)):
        client.force_login(who)
        assert client.post(f"/private/{about.reference}/", {"words": "x"}).status_code == code
    client.force_login(cast.lena)
    assert client.post(f"/private/{cast.qingchuan.reference}/", {"words": "x"}).status_code == 404


def test_nothing_tells_of_it(about, cast, client):
    before = Event.objects.count()
    client.force_login(cast.lena)
    client.post(f"/private/{about.reference}/", {"words": SECRET})
    assert Event.objects.count() == before, "no timeline, audit, webhook or notification hears of it"


def test_no_search_list_export_or_api_gives_it(noted, about, cast, page, client):
    deliver_all()
    for address in (
        "/search/?q=quietly-leaving", f"/clients/{cast.qingchuan.reference}/", "/settings/audit/",
        f"/clients/{cast.qingchuan.reference}/portrait/", f"/clients/{cast.qingchuan.reference}/before/",
        f"/api/v1{home(about)[:-1]}", f"/api/v1/clients/{cast.qingchuan.reference}",
        "/contacts/export/?format=csv", f"/discussion/on/{about.reference}/", "/api/v1/search?q=quietly-leaving",
    ):  # fmt: skip
        for who in (cast.ada, cast.omar, cast.lena):
            shown = page(who, address).replace('value="quietly-leaving"', "").replace("“quietly-leaving”", "")
            assert SECRET not in shown, (who, address)


def test_no_document_nor_the_person_s_export_holds_it(noted, meeting, cast):
    from zhike.clients.dossier.filling import dossier
    from zhike.clients.privacy.erasing import Known
    from zhike.clients.privacy.exporting import sections
    from zhike.domains.meetings.document import minutes

    told = [dossier(cast.qingchuan, cast.lena), minutes(meeting, cast.lena)]
    told += [one.entries for one in sections(Known(cast.clara))]
    assert "quietly-leaving" not in str(told)


def test_it_lies_sealed_in_the_database(noted):
    with connection.cursor() as cursor:
        cursor.execute("select words_sealed from private_notes_privatenote")
        (kept,) = cursor.fetchone()
    assert kept and "quietly" not in kept


def test_with_the_person_it_goes(cast, client):
    from zhike.clients.privacy.erasing import erase

    client.force_login(cast.lena)
    client.post(f"/private/{cast.clara.reference}/", {"words": SECRET})
    erase(cast.clara, by=cast.ada, reason="Asked for it")
    assert not PrivateNote.objects.exists()
