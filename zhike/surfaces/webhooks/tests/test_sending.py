"""Sending: in the order of each record, again after a failure, at least once, and not for ever."""

from datetime import timedelta
from time import perf_counter

import pytest
from django.db.models import F
from django.utils import timezone

from zhike.core.notify.models import Notification
from zhike.core.timeline.delivery import deliver_all
from zhike.surfaces.webhooks import sending
from zhike.surfaces.webhooks.models import Delivery, State, Webhook
from zhike.surfaces.webhooks.sending import DELAYS, forget_old, send_all, send_to
from zhike.surfaces.webhooks.tests.conftest import tell


def time_passes(**how):
    """What waits for its time is due."""
    Delivery.objects.update(due_at=F("due_at") - timedelta(**how))
    Webhook.objects.update(
        not_before=F("not_before") - timedelta(**how), claimed_until=F("claimed_until") - timedelta(**how)
    )


def cities(listener):
    return [one["event"]["changes"][0]["is"] for one in listener.told]


def test_what_fails_is_tried_again_later_and_its_record_waits_for_it(webhook, cast, listener):
    for city in ("Hangzhou", "Suzhou"):
        cast.qingchuan.amend(by=cast.lena, city=city)
    cast.clara.amend(by=cast.lena, title="CFO")
    listener.answers = [500]
    assert tell(webhook) == 1
    webhook.refresh_from_db()
    assert webhook.failures == 1
    assert send_to(webhook.pk) == 0  # it rests
    Webhook.objects.update(not_before=None)
    assert send_to(webhook.pk) == 1  # Clara's, which waits for nobody
    assert cities(listener) == ["Hangzhou", "CFO"]
    time_passes(minutes=1)
    assert send_to(webhook.pk) == 2
    assert cities(listener) == ["Hangzhou", "CFO", "Hangzhou", "Suzhou"]
    assert [headers["Zhike-Delivery"] for headers, _body in listener.heard].count(listener.told[0]["delivery"]) == 2
    webhook.refresh_from_db()
    assert (webhook.failures, webhook.failing_since) == (0, None)


def test_killed_between_answer_and_mark_it_goes_again_under_the_same_reference(webhook, cast, listener, monkeypatch):
    def killed(*_about, **_told):
        raise SystemExit

    cast.qingchuan.amend(by=cast.lena, city="杭州")
    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(sending, "_mark", killed)
        tell(webhook)
    assert tell(webhook) == 1
    (first, body), (second, again) = listener.heard
    assert first["Zhike-Delivery"] == second["Zhike-Delivery"]
    assert body == again
    assert [one.state for one in Delivery.objects.all()] == [State.SENT]


def test_one_worker_at_a_time_until_the_claim_of_a_dead_one_runs_out(webhook, cast, listener):
    cast.qingchuan.amend(by=cast.lena, city="杭州")
    Webhook.objects.update(claimed_until=timezone.now() + sending.CLAIM)
    assert tell(webhook) == 0
    time_passes(minutes=3)
    assert send_all() == 1


def test_slow_answers_renew_the_claim_and_who_lost_it_tells_nothing_more(webhook, cast, listener, monkeypatch):
    """Each answer takes forty seconds; in the fifth, as after a sleep of the machine, another worker takes it."""
    for city in ("Hangzhou", "Suzhou", "Ningbo", "Wenzhou", "Jinhua", "Huzhou"):
        cast.qingchuan.amend(by=cast.lena, city=city)
    went, claims = sending._went, []

    def slowly(line, of, one, body):
        claims.append((Webhook.objects.get().claimed_until - now[0]).total_seconds())
        sent = went(line, of, one, body)
        now[0] += timedelta(seconds=40)
        if len(claims) == 5:
            Webhook.objects.update(claimed_until=now[0] + sending.CLAIM)
        return sent

    deliver_all()
    now = [timezone.now()]
    monkeypatch.setattr("django.utils.timezone.now", lambda: now[0])
    monkeypatch.setattr(sending, "_went", slowly)
    assert send_to(webhook.pk) == 5
    assert claims == [120] * 5
    assert cities(listener)[-1] == "Jinhua" and Webhook.objects.get().claimed_until == now[0] + sending.CLAIM


def test_a_redirection_is_a_failure_and_is_not_followed(webhook, cast, listener):
    listener.answers = [302]
    webhook.try_it(by=cast.lena)
    tell(webhook)
    assert len(listener.heard) == 1
    assert Delivery.objects.get().status == 302


def test_who_answers_letter_by_letter_does_not_hold_the_worker(webhook, cast, listener, monkeypatch):
    monkeypatch.setattr(sending, "SECONDS", 0.3)
    listener.slow = 0.1
    webhook.try_it(by=cast.lena)
    began = perf_counter()
    tell(webhook)
    assert perf_counter() - began < 5
    assert Delivery.objects.get().state == State.WAITING


def test_to_a_private_network_nothing_goes_without_the_setting(webhook, cast, listener, settings):
    settings.PRIVATE_WEBHOOKS = False
    webhook.try_it(by=cast.lena)
    tell(webhook)
    Webhook.objects.update(address=f"https://localhost:{listener.port}/", not_before=None)
    time_passes(minutes=1)
    send_to(webhook.pk)
    assert listener.heard == []
    assert Delivery.objects.get().answer == "Astray: private"


def test_one_that_is_never_taken_is_given_up_and_the_next_goes(webhook, cast, listener):
    for city in ("Hangzhou", "Suzhou"):
        cast.qingchuan.amend(by=cast.lena, city=city)
    deliver_all()
    Delivery.objects.filter(pk=Delivery.objects.earliest("pk").pk).update(tries=len(DELAYS))
    listener.answers = [500]
    send_to(webhook.pk)
    time_passes(minutes=1)
    send_to(webhook.pk)
    assert [one.state for one in Delivery.objects.order_by("pk")] == [State.FAILED, State.SENT]


def test_after_days_of_failures_it_is_switched_off_and_its_keeper_told(webhook, cast, listener):
    Webhook.objects.update(failures=9, failing_since=timezone.now() - timedelta(days=3))
    listener.answers = [503]
    cast.qingchuan.amend(by=cast.omar, city="杭州")
    tell(webhook)
    webhook.refresh_from_db()
    assert webhook.state == "off"
    deliver_all()
    kinds = Notification.objects.filter(user=cast.lena).values_list("event__kind", flat=True)
    assert "webhook.stopped" in kinds
    time_passes(days=1)
    assert send_to(webhook.pk) == 0
    webhook.switch_on(by=cast.lena)
    assert send_to(webhook.pk) == 1


def test_an_address_that_says_it_is_gone_is_asked_no_more(webhook, cast, listener):
    listener.answers = [410]
    webhook.try_it(by=cast.lena)
    tell(webhook)
    webhook.refresh_from_db()
    assert webhook.state == "off"


def test_old_deliveries_are_forgotten(webhook, cast, listener):
    webhook.try_it(by=cast.lena)
    tell(webhook)
    assert forget_old() == 0
    Delivery.objects.update(created_at=timezone.now() - timedelta(days=40))
    assert forget_old() == 1
