"""Each reader's language and time zone."""

from datetime import UTC, datetime

import pytest

from zhike.core.access.models import User
from zhike.domains.conversations.models import Conversation


@pytest.mark.parametrize(
    ("chosen", "cookie", "browser", "spoken"),
    [
        ("zh-hans", "en", "en", "zh-hans"),
        ("", "zh-hans", "en", "zh-hans"),
        ("", "", "zh-CN,zh;q=0.9", "zh-hans"),
        ("", "", "de", "en"),
        ("", "xx", "en-GB", "en"),
    ],
)
def test_chosen_goes_before_cookie_goes_before_browser(client, lena, chosen, cookie, browser, spoken):
    User.objects.filter(pk=lena.pk).update(language=chosen)
    client.force_login(lena)
    client.cookies["django_language"] = cookie
    answer = client.get("/clients/", headers={"Accept-Language": browser})
    assert answer.headers["Content-Language"] == spoken


def test_a_moment_is_typed_and_shown_in_the_readers_zone(client, cast):
    User.objects.filter(pk=cast.lena.pk).update(time_zone="America/New_York")
    client.force_login(cast.lena)
    said = {"client": cast.qingchuan.pk, "kind": "call", "text": "Hello", "happened_at": "2026-01-15T09:30"}
    client.post("/conversations/new/", said)
    conversation = Conversation.objects.get()
    assert conversation.happened_at == datetime(2026, 1, 15, 14, 30, tzinfo=UTC)
    page = client.get(f"/conversations/{conversation.reference}/").content.decode()
    assert "09:30" in page
