"""What a visitor finds behind a link."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.core.links import door
from zhike.core.links.errors import LinkEnded
from zhike.core.links.models import Link
from zhike.core.links.tests.conftest import OFFICE, PHONE, local
from zhike.core.timeline.models import Event
from zhike.core.todos.models import Todo


def test_the_file_is_handed_over_without_log_in(shared, visitor):
    link, address = shared
    assert "offer.txt" in visitor.get(address).content.decode()
    assert visitor.post(address).getvalue() == b"Offer for pumps"
    kept = visitor.post(f"{address}?download")
    assert kept["Content-Disposition"].startswith("attachment")
    link.refresh_from_db()
    assert link.used == 2


def test_looking_uses_nothing_up(lena, offer, visitor):
    _link, address = local(Link.objects.issue("files.share", offer, by=lena, uses=1))
    for _scan in range(3):
        assert visitor.get(address).status_code == 200
    assert visitor.head(address).status_code == 200
    assert visitor.post(address).status_code == 200
    again = visitor.post(address)
    assert again.status_code == 410 and "used once" in again.content.decode()
    assert Event.objects.filter(kind="link.used").count() == 1


def test_of_two_at_once_the_second_is_refused(lena, offer, rf):
    link, _address = local(Link.objects.issue("files.share", offer, by=lena, uses=1))
    same = Link.objects.get(pk=link.pk)
    link.use(rf.post("/"), offer)
    with pytest.raises(LinkEnded):
        same.use(rf.post("/"), offer)


def test_nobody_keeps_or_passes_on_the_address(shared, visitor):
    answer = visitor.get(shared[1])
    assert answer["Referrer-Policy"] == "same-origin" and "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"] and "sessionid" not in answer.cookies


@pytest.mark.parametrize("guess", ["x", "a" * 43, "'", "%F0%9F%92%A9", "a" * 3_000])
def test_a_guess_finds_a_calm_page(guess, db, visitor):
    answer = visitor.get(f"/l/{guess}")
    assert answer.status_code == 404 and "We do not know this link" in answer.content.decode()


def test_guessing_is_slowed(db, visitor, settings):
    settings.RATE_LIMITS = True
    said = [visitor.get(f"/l/{n}").content.decode() for n in range(door.GUESSES + 1)]
    assert "very often" in said[-1] and "very often" not in said[0]
    settings.RATE_LIMITS = False
    assert "very often" not in visitor.get("/l/x").content.decode()


def test_one_link_is_not_hammered(shared, visitor, settings, monkeypatch):
    settings.RATE_LIMITS = True
    monkeypatch.setattr(door, "OF_ONE_LINK", 3)
    assert [visitor.get(shared[1]).status_code for _visit in range(4)] == [200, 200, 200, 429]


def test_an_expired_one_may_be_asked_for_anew_once(shared, visitor, lena):
    link, address = shared
    Link.objects.filter(pk=link.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    assert visitor.get(address).status_code == 410
    assert visitor.post(address).status_code == 410
    for _press in range(2):
        assert "new link" in visitor.post(address, {"again": "1"}).content.decode()
    todo = Todo.objects.get()
    assert todo.owner == lena and "offer.txt" in todo.title
    assert Event.objects.filter(kind="link.asked").count() == 1


def test_a_file_put_away_is_not_handed_over(shared, offer, omar, visitor):
    offer.archive(by=omar)
    assert visitor.post(shared[1]).status_code == 410


def test_its_visits_stand_on_the_record_without_a_person_in_them(shared, offer, lena, client, visitor):
    visitor.get(shared[1], **PHONE)
    visitor.post(shared[1], **PHONE)
    client.force_login(lena)
    page = client.get(f"/files/{offer.reference}/").content.decode()
    assert "203.0.113.0/24" in page and "Safari, iOS" in page
    assert "203.0.113.9" not in page


def test_a_forwarded_one_asks_who_one_is(asked, visitor, client):
    link, address = asked
    told = {"preferred_channel": "phone", "language": "zh", "reachable": "", "time_zone": ""}
    assert visitor.post(address, told, **OFFICE).status_code == 200
    page = client.get(address, **PHONE).content.decode()
    assert 'name="who"' in page and "陈岚" not in page
    assert 'name="who"' in client.post(address, told, **PHONE).content.decode()
    assert 'name="who"' in client.post(address, {"who": "Emil"}, **PHONE).content.decode()
    link.refresh_from_db()
    assert link.used == 1
    assert 'name="preferred_channel"' in client.post(address, {"who": "CLARA@q"}, **PHONE).content.decode()
    assert 'name="preferred_channel"' in client.get(address, **PHONE).content.decode()
    link.refresh_from_db()
    assert link.used == 1
    assert {one.what for one in link.visits.all()} == {"used", "strange", "confirmed", "opened"}
