"""What a webhook hears, and what it does not."""

import re
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from zhike.core.todos.workflows import add_todo
from zhike.surfaces.webhooks.models import Delivery, Webhook
from zhike.surfaces.webhooks.tests.conftest import tell

GUIDE = Path(__file__).resolve().parents[4] / "docs" / "areas" / "webhooks.md"


def test_it_hears_what_its_keeper_sees_as_the_api_tells_it(webhook, cast, listener):
    cast.qingchuan.amend(by=cast.omar, city="杭州")
    assert tell(webhook) == 1
    [told] = listener.told
    assert told["event"]["kind"] == "record.edited"
    assert told["event"]["by"]["name"] == "Omar"
    assert told["event"]["record"] == told["client"] == cast.qingchuan.reference
    assert told["about"] == "clients"
    assert told["event"]["changes"][0]["is"] == "杭州"
    [delivery] = Delivery.objects.all()
    assert (delivery.state, delivery.status, delivery.answer) == ("sent", 200, "Well")


def test_it_hears_nothing_of_what_its_keeper_does_not_see(webhook, cast, listener):
    cast.tramlight.amend(by=cast.ida, city="Lyon")
    add_todo(cast.tramlight, by=cast.ida, title="Call", owner=cast.ida)
    tell(webhook)
    assert listener.heard == []
    assert not Delivery.objects.exists()


def test_what_its_keeper_sees_no_longer_is_withheld(webhook, cast, listener):
    add_todo(cast.qingchuan, by=cast.omar, title="Call", owner=cast.omar)
    cast.qingchuan.amend(by=cast.ada, owner=cast.ida, team=cast.ida.team, deputy=None)
    tell(webhook)
    assert listener.heard == []
    assert {one.state for one in Delivery.objects.all()} <= {"withheld"}


def test_it_hears_only_of_the_kinds_and_records_that_it_wants(webhook, cast, listener):
    webhook.amend(by=cast.lena, kinds=["record.edited"], about=["contacts"])
    cast.qingchuan.amend(by=cast.lena, city="杭州")
    cast.clara.amend(by=cast.lena, title="CFO")
    cast.clara.archive(by=cast.lena)
    tell(webhook)
    assert [one["event"]["record"] for one in listener.told] == [cast.clara.reference]


def test_no_webhook_hears_of_webhooks_but_of_its_own_try(webhook, cast, listener):
    other = Webhook.objects.add(by=cast.lena, name="Other", address=listener.address)
    other.rotate(by=cast.lena)
    webhook.try_it(by=cast.lena)
    assert (tell(webhook), tell(other)) == (1, 0)
    assert listener.told[0]["event"]["kind"] == "webhook.tried"


def test_the_guides_check_of_signatures_takes_ours_and_refuses_others(webhook, cast, listener):
    """What the document says is run."""
    code = re.search(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    said: dict = {}
    exec(code[1], said)
    webhook.try_it(by=cast.lena)
    tell(webhook)
    [(headers, body)] = listener.heard
    check, header = said["is_from_zhike"], headers["Zhike-Signature"]
    assert check(webhook.secret, header, body)
    assert not check(webhook.secret, header, body + b" ")
    assert not check("whsec_other", header, body)
    assert not check(webhook.secret, re.sub(r"t=\d+", f"t={int(timezone.now().timestamp()) - 3_600}", header), body)


def test_after_a_new_secret_both_sign_for_a_day(webhook, cast, listener):
    before = webhook.secret
    webhook.rotate(by=cast.lena)
    assert webhook.secret != before
    assert Webhook.objects.get().secrets == [webhook.secret, before]
    Webhook.objects.update(old_until=timezone.now() - timedelta(seconds=1))
    assert Webhook.objects.get().secrets == [webhook.secret]
    assert webhook.secret not in Webhook.objects.get().secret_sealed
