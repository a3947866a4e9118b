"""Making a link, and taking it back."""

import pytest
from django.utils import translation

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.links.models import Link
from zhike.core.links.purposes import PURPOSES
from zhike.core.resources.reader import Reader
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import say


def test_its_secret_is_stored_nowhere(shared):
    link, address = shared
    token = address.rpartition("/")[2]
    assert len(token) >= 43 and token not in str(Link.objects.filter(pk=link.pk).values().get())
    assert token not in str([*Event.objects.values_list("facts", flat=True)])


def test_it_is_told_on_the_record(shared, offer, lena):
    event = Event.objects.get(kind="link.issued")
    assert (event.record_id, event.actor) == (offer.pk, lena)


def test_its_purpose_is_said_in_the_readers_language(shared, lena):
    event = Event.objects.get(kind="link.issued")
    with translation.override("zh-hans"):
        chinese = say(event, Reader(lena))
    with translation.override("en"):
        english = say(event, Reader(lena))
    label = PURPOSES["files.share"].label
    assert str(label) in english and str(label) not in chinese
    event.facts["purpose"] = "Kept in words by an older version"
    assert "Kept in words by an older version" in say(event, Reader(lena))


def test_a_reader_makes_none(rita, offer, client):
    with pytest.raises(Forbidden):
        Link.objects.issue("files.share", offer, by=rita)
    client.force_login(rita)
    assert client.post(f"/links/on/{offer.reference}/files.share/").status_code == 403


def test_lena_makes_one_on_the_page_and_sees_it_once(lena, offer, client, visitor):
    client.force_login(lena)
    page = client.get(f"/files/{offer.reference}/").content.decode()
    assert f"/links/on/{offer.reference}/files.share/" in page
    made = client.post(f"/links/on/{offer.reference}/files.share/")
    address = made.content.decode().partition("/l/")[2].partition('"')[0]
    assert "no-store" in made["Cache-Control"]
    assert visitor.get(f"/l/{address}").status_code == 200
    assert address not in client.get(f"/files/{offer.reference}/").content.decode()


def test_strangers_neither_make_nor_revoke(ida, offer, shared, client):
    client.force_login(ida)
    assert client.post(f"/links/on/{offer.reference}/files.share/").status_code == 404
    assert client.post(f"/links/{shared[0].pk}/revoke/").status_code == 404


def test_a_purpose_is_for_its_kind_of_record(lena, qingchuan, client):
    client.force_login(lena)
    assert client.post(f"/links/on/{qingchuan.reference}/files.share/").status_code == 404


def test_it_opens_nothing_once_revoked(omar, rita, shared, client, visitor):
    link, address = shared
    client.force_login(rita)
    assert client.post(f"/links/{link.pk}/revoke/").status_code == 403
    client.force_login(omar)
    for _press in range(2):
        assert client.post(f"/links/{link.pk}/revoke/").status_code == 302
    answer = visitor.post(address)
    assert answer.status_code == 410 and b"Offer for pumps" not in answer.getvalue()
    assert Event.objects.filter(kind="link.revoked").count() == 1
