"""A contact opens a link on the phone, without an account, and says how she wishes to be reached."""

import re

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.core.links.models import Link

pytestmark = pytest.mark.browser


def test_clara_says_how_she_wishes_to_be_reached(visit: Visit, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, language="zh")
    _link, address = Link.objects.issue("contacts.wishes", cast.clara, by=cast.lena, for_contact=cast.clara)
    page = visit(None, re.sub(r"^https?://[^/]+", "", address), width=390, height=844)
    expect(page.locator("h1")).to_have_text("怎样联系您最方便？")
    page.get_by_label("首选渠道").select_option("wechat")
    page.get_by_role("button", name="确认").click()
    expect(page.locator("h1")).to_have_text("谢谢")
    cast.clara.refresh_from_db()
    assert cast.clara.preferred_channel == "wechat"
