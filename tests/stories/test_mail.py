"""Setting up a mail server and trying it out; and the mailbox of a house without one."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.core.mail.sending import send_all
from zhike.core.mail.tests.postoffice import free_port, open_post_office
from zhike.domains.conversations.models import Conversation

pytestmark = pytest.mark.browser


def test_an_administrator_sets_the_server_up_and_is_told_what_is_wrong(visit: Visit, cast: Cast) -> None:
    with open_post_office() as (office, reached):
        page = visit(cast.ada, "/settings/mail/")
        expect(page.locator(".notice")).to_contain_text("No mail server is set up")
        page.get_by_role("textbox", name="Server").fill("127.0.0.1")
        page.get_by_role("spinbutton", name="Port").fill(str(free_port()))
        page.get_by_label("None: only within your own network").check()
        page.get_by_role("textbox", name="Sender").fill("desk@zhike.example")
        page.get_by_role("button", name="Save").click()
        page.get_by_role("button", name="Send me a test").click()
        expect(page.get_by_role("status")).to_contain_text("does not answer on this port")
        page.goto("/settings/mail/")
        page.get_by_role("spinbutton", name="Port").fill(str(reached.port))
        page.get_by_role("button", name="Save").click()
        page.get_by_role("button", name="Send me a test").click()
        expect(page.get_by_role("status")).to_contain_text("took it over")
    assert [one["To"] for one in office.taken] == [cast.ada.email]


def test_a_mail_sent_from_the_composer_stands_in_the_mailbox_and_says_that_it_was_not_sent(
    visit: Visit, cast: Cast
) -> None:
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], preferred_channel="wechat")
    page = visit(cast.lena, f"/clients/{cast.qingchuan.reference}/")
    composer = page.locator("form.composer")
    expect(composer.get_by_label("Send it now")).to_be_hidden()
    composer.locator(".composer-kinds").get_by_text("Mail").click()
    composer.locator(".composer-people").get_by_text("陈总").first.click()
    expect(composer.locator(".mail-note").first).to_contain_text("prefers: WeChat")
    composer.get_by_label("Send it now").check()
    page.locator("#said").fill("The **second** prototype")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".timeline")).to_contain_text("Waiting to be sent")
    send_all()
    page.goto(f"/conversations/{Conversation.objects.get().reference}/")
    expect(page.locator(".rail")).to_contain_text("Kept here, not sent")

    admin = visit(cast.ada, "/mailbox/")
    expect(admin.locator(".notice")).to_contain_text("nothing leaves this house")
    expect(admin.frame_locator(".mailbox-frame").locator("strong")).to_have_text("second")
