"""Who at a client decides what, and who stands where."""

from datetime import date, timedelta

import pytest

from zhike.clients.models import Contact
from zhike.clients.rights.forms import RightForm
from zhike.clients.rights.map import lines, placed
from zhike.clients.rights.models import Right
from zhike.core.lifecycle.errors import Forbidden


def form(cast, **said):
    told = {"client": cast.qingchuan.pk, "contact": cast.clara.pk, "subject": "price", "power": "decides"}
    return RightForm(told | said, by=cast.lena)


def noted(cast, **said):
    one = form(cast, **said)
    assert one.is_valid(), one.errors
    return one.save(by=cast.lena)


def test_it_says_who_decides_up_to_what(cast):
    one = noted(cast, up_to="500000", source="contract", source_text="§4")
    assert (str(one), one.limit, one.currency) == ("陈总 · Price · Decides", "CN¥500,000.00", "CNY")


@pytest.mark.parametrize(("said", "field"), [
    ({"subject": "other"}, "words"),
    ({"since": "2026-05-02", "until": "2026-05-01"}, "until"),
    ({"up_to": "-1"}, "up_to"),
    ({"contact": ""}, "contact"),
])  # fmt: skip
def test_it_refuses_what_cannot_be(cast, said, field):
    assert list(form(cast, **said).errors) == [field]


def test_it_refuses_somebody_of_another_client(cast):
    said = {"client": cast.qingchuan.pk, "contact": cast.emil.pk, "subject": "price"}
    assert list(RightForm(said, by=cast.ada).errors) == ["contact"]


def test_it_refuses_a_reader(cast):
    with pytest.raises(Forbidden):
        Right.objects.add(by=cast.rita, client=cast.qingchuan, contact=cast.clara, subject="price")


def test_it_holds_from_its_first_to_its_last_day(cast):
    first, last = date(2026, 5, 1), date(2026, 5, 31)
    noted(cast, since=first.isoformat(), until=last.isoformat())
    day = timedelta(days=1)
    assert [Right.objects.in_force(on).count() for on in (first - day, first, last, last + day)] == [0, 1, 1, 0]


def test_the_map_names_what_nobody_decides(cast):
    noted(cast)
    noted(cast, subject="legal", power="asked")
    noted(cast, subject="other", words="Colour of the carpet")
    told = [(line.about, line.decided) for line in lines(Right.objects.order_by("pk"))]
    assert told == [
        ("Scope", False), ("Price", True), ("Design", False), ("Acceptance", False), ("Legal matters", False),
        ("Colour of the carpet", True),
    ]  # fmt: skip
    assert lines([]) == []


def test_people_stand_by_influence_and_attitude(cast):
    cast.clara.amend(by=cast.lena, influence="high", attitude="supports")
    Contact.objects.add(by=cast.lena, name="罗律师", client=cast.qingchuan, influence="low", attitude="opposes")
    rows = placed(Contact.objects.filter(client=cast.qingchuan))
    shown = [(label, [[one.name for one in cell] for cell in cells]) for label, cells in rows]
    assert shown == [("High", [[], [], ["陈岚"]]), ("Middle", [[], [], []]), ("Low", [["罗律师"], [], []])]


def test_the_people_tab_shows_the_map_and_the_contact_its_rights(cast, client):
    one = noted(cast, up_to="500000")
    cast.clara.amend(by=cast.lena, influence="high", attitude="supports")
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/?tab=people").content.decode()
    assert "Who must confirm what" in page and page.count("Nobody known") == 4
    assert 'class="rights-stand"' in page and "up to CN¥500,000.00" in page
    assert f'href="/rights/{one.reference}/"' in client.get(f"/contacts/{cast.clara.reference}/").content.decode()


def test_a_reader_is_not_offered_to_note_one(cast, client):
    client.force_login(cast.rita)
    assert "/rights/new/" not in client.get(f"/clients/{cast.qingchuan.reference}/?tab=people").content.decode()
