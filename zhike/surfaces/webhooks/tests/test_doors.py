"""Webhooks by page and by API: who makes them, sees their secret once, and sends again."""

import pytest

from zhike.surfaces.api.tests.conftest import program_of
from zhike.surfaces.webhooks.choices import words_of
from zhike.surfaces.webhooks.models import Delivery, State, Webhook
from zhike.surfaces.webhooks.tests.conftest import tell

SAID = {"name": "Shop", "address": "https://shop.example/zhike", "kinds": ["record.edited"]}


def test_lena_makes_one_and_sees_its_secret_once(cast, client):
    client.force_login(cast.lena)
    answer = client.post("/webhooks/new/", SAID)
    made = Webhook.objects.get()
    assert made.owner == cast.lena
    assert made.secrets[0] in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert made.secrets[0] not in client.get(f"/webhooks/{made.reference}/").content.decode()


@pytest.mark.parametrize(
    "address", ["http://shop.example/", "https://10.0.0.1/", "https://[::1]/", "https://u:p@a.example/"]
)
def test_it_refuses_an_address_that_leads_elsewhere(cast, client, address):
    client.force_login(cast.lena)
    assert client.post("/webhooks/new/", SAID | {"address": address}).status_code == 422
    assert program_of(cast.lena).post("webhooks", SAID | {"address": address}).status_code == 422


def test_a_program_makes_one_and_is_told_the_secret_once(cast):
    lenas = program_of(cast.lena)
    key = {"Idempotency-Key": "one"}
    told = lenas.post("webhooks", SAID, **key).json()
    assert told["secret"] == Webhook.objects.get().secrets[0]
    assert "secret" not in lenas.post("webhooks", SAID, **key).json()
    place = f"webhooks/{told['reference']}"
    assert "secret" not in lenas.get(place).json()
    assert lenas.post(f"{place}/rotate").json()["secret"] == Webhook.objects.get().secrets[0]


def test_a_reader_makes_none(cast):
    assert program_of(cast.rita).post("webhooks", SAID).status_code == 403


def test_a_delivery_is_seen_and_sent_again(webhook, cast, listener, client):
    webhook.try_it(by=cast.lena)
    tell(webhook)
    delivery, lenas = Delivery.objects.get(), program_of(cast.lena)
    client.force_login(cast.lena)
    assert "webhook.tried" in client.get(f"/webhooks/{webhook.reference}/").content.decode()
    assert lenas.get(f"deliveries?webhook={webhook.pk}").json()["data"][0]["state"] == State.SENT
    assert lenas.post(f"deliveries/{delivery.reference}/send_again").json()["state"] == State.WAITING
    tell(webhook)
    assert [headers["Zhike-Delivery"] for headers, _body in listener.heard].count(delivery.reference) == 2


def test_ida_sees_neither_webhook_nor_delivery(webhook, cast, listener):
    webhook.try_it(by=cast.lena)
    tell(webhook)
    idas = program_of(cast.ida)
    assert idas.get(f"webhooks/{webhook.reference}").status_code == 404
    assert idas.get("deliveries").json()["data"] == []


def test_its_form_groups_what_it_hears_of_by_area(client, lena):
    client.force_login(lena)
    page = client.get("/webhooks/new/").text
    assert '<optgroup label="conversation">' in page and "(conversation.called)" in page


def test_a_delivery_says_what_happened_in_words(client, lena, qingchuan):
    webhook = Webhook.objects.add(by=lena, **SAID)
    event = qingchuan.amend(by=lena, about="Moves in May")
    told = {"kind": event.kind, "record_type": event.record_type, "record_id": event.record_id}
    one = Delivery.objects.create(webhook=webhook, event=event, status=500, tries=1, answer="<b>no</b>", **told)
    client.force_login(lena)
    for page in (f"/deliveries/{one.reference}/", f"/webhooks/{webhook.reference}/", "/deliveries/"):
        said = client.get(page).text
        assert words_of(event.kind) in said and event.kind in said and "<b>no" not in said
