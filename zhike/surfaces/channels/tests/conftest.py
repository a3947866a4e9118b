"""Tests with a mailbox: `mailbox` is one of a real IMAP server, set up as ours; `office` takes what we send."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.cast import Cast
from zhike.core.mail.inbox import change_inbox
from zhike.core.mail.tests.conftest import office, use
from zhike.surfaces.channels.reading import read_inbox
from zhike.surfaces.channels.tests.mailhouse import PASSWORD, USER, Mailbox, open_mail_house

__all__ = ["office", "use"]


@pytest.fixture(scope="module")
def mail_house() -> Iterator[int]:
    with open_mail_house() as port:
        yield port


@pytest.fixture
def mailbox(mail_house: int, cast: Cast) -> Mailbox:
    """Set up, and looked into once: what comes from now on is read."""
    made = Mailbox(mail_house)
    with made.line() as line:
        line.create_folder(made.folder)
    set_up(made, by=cast.ada)
    read_inbox()
    return made


@pytest.fixture
def clara(cast: Cast) -> Any:
    cast.clara.amend(by=cast.lena, emails=["clara@qingchuan.example"])
    return cast.clara


def set_up(box: Mailbox, *, by: Any, **more: Any) -> None:
    where = {"host": "127.0.0.1", "port": box.port, "security": "none", "folder": box.folder}
    change_inbox(by=by, user=USER, password=PASSWORD, address=USER, **where | more)
