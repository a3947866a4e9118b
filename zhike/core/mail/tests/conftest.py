"""Tests with a post office: `office` takes letters; `use(server)` says which server is in use."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from zhike.core.mail.server import Server
from zhike.core.mail.tests.postoffice import PostOffice, open_post_office


@pytest.fixture
def use(settings: Any) -> Callable[[Server], None]:
    def as_set_by_the_environment(server: Server) -> None:
        names = ("host", "port", "user", "password", "security")
        settings.SMTP = {name: getattr(server, name) for name in names}
        settings.DEFAULT_FROM_EMAIL = f"Zhike <{server.sender}>"

    return as_set_by_the_environment


@pytest.fixture
def office(use: Callable[[Server], None]) -> Iterator[PostOffice]:
    with open_post_office() as (office, server):
        use(server)
        yield office
