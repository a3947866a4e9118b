"""What the gate lets through for clients and contacts, and with which words it refuses."""

import pytest

from zhike.clients.forms import ClientForm, ContactForm


def client_form(by, **said):
    form = ClientForm({"name": "木白家居"} | said, by=by)
    form.is_valid()
    return form


def test_a_name_alone_is_enough(lena):
    form = client_form(lena)
    assert form.is_valid()
    client = form.save(by=lena)
    assert (client.kind, client.phones, client.version) == ("organisation", [], 1)


def test_a_blank_name_is_not(lena):
    assert "name" in client_form(lena, name="   ").errors


@pytest.mark.parametrize(
    ("country", "said", "kept"),
    [
        ("", "138 0013 8000", "+8613800138000"),
        ("CN", "0571-8600 0000", "+8657186000000"),
        ("GB", "020 7946 0018", "+442079460018"),
        ("", "+1 805-247-8982", "+18052478982"),
    ],
)
def test_national_phones_are_read_by_the_clients_region(lena, country, said, kept):
    assert client_form(lena, country=country, phones=said).cleaned_data["phones"] == [kept]


def test_a_contacts_phones_are_read_by_its_clients_region(lena, qingchuan):
    qingchuan.amend(by=lena, country="GB")
    form = ContactForm({"name": "Ann", "client": qingchuan.pk, "phones": "020 7946 0018"}, by=lena)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["phones"] == ["+442079460018"]


@pytest.mark.parametrize(
    ("field", "said", "words"),
    [
        ("phones", "1388000 12", "11 digits"),
        ("emails", "ops@farshore", "no dot"),
        ("emails", "farshore", "no @"),
        ("tax_number", "91330106MA2XK0Q17E", "check digit"),
        ("reachable", "nine to five", "stretch of hours"),
        ("time_zone", "Mars/Olympus", "Asia/Shanghai"),
        ("website", "not a site at all", "URL"),
        ("size", "enormous", "enormous"),
    ],
)
def test_nonsense_is_refused_with_a_way_to_mend_it(lena, field, said, words):
    assert words in str(client_form(lena, **{field: said}).errors[field])


@pytest.mark.parametrize(("said", "band"), [("2,822", "1000+"), ("7", "1-9"), ("249", "50-249"), ("50-249", "50-249")])
def test_a_head_count_is_put_into_its_band(lena, said, band):
    assert client_form(lena, size=said).cleaned_data["size"] == band


@pytest.mark.parametrize("said", ["CN", "cn", "China", "中国"])
def test_a_country_is_known_by_code_and_by_name(lena, said):
    assert client_form(lena, country=said).cleaned_data["country"] == "CN"


def test_the_team_is_the_owners_unless_said(lena):
    assert client_form(lena, owner=lena.pk).cleaned_data["team"] == lena.team


def test_the_deputy_is_someone_else(lena):
    assert "deputy" in client_form(lena, owner=lena.pk, deputy=lena.pk).errors


def test_a_client_that_one_does_not_see_cannot_be_linked_to(ida, qingchuan):
    form = ContactForm({"name": "Spy", "client": qingchuan.pk}, by=ida)
    assert "client" in form.errors


def test_several_values_stand_on_lines_and_none_twice(lena):
    form = client_form(lena, emails="a@b.cn; A@b.cn\nc@d.cn", tags="VIP, 老客户，VIP")
    assert form.cleaned_data["emails"] == ["a@b.cn", "c@d.cn"]
    assert form.cleaned_data["tags"] == ["VIP", "老客户"]
