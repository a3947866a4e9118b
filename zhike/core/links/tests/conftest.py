"""A stranger's browser, and a link for Clara."""

import re
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client as Browser

from zhike.core.files.models import Attachment
from zhike.core.links.models import Link

PHONE = {"HTTP_USER_AGENT": "Mozilla/5.0 (iPhone) Safari", "REMOTE_ADDR": "203.0.113.9"}
OFFICE = {"HTTP_USER_AGENT": "Mozilla/5.0 (Windows) Chrome/140", "REMOTE_ADDR": "198.51.100.7"}


@pytest.fixture(autouse=True)
def shelf(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def offer(lena: Any, qingchuan: Any) -> Attachment:
    return Attachment.objects.attach(ContentFile(b"Offer for pumps", "offer.txt"), by=lena, to=qingchuan)


@pytest.fixture
def shared(lena: Any, offer: Attachment) -> tuple[Link, str]:
    return local(Link.objects.issue("files.share", offer, by=lena))


@pytest.fixture
def asked(lena: Any, clara: Any) -> tuple[Link, str]:
    clara.amend(by=lena, emails=["clara@qingchuan.example"], language="zh")
    return local(Link.objects.issue("contacts.wishes", clara, by=lena, for_contact=clara))


@pytest.fixture
def visitor() -> Browser:
    return Browser()


def local(issued: tuple[Link, str]) -> tuple[Link, str]:
    """The address without the host."""
    link, address = issued
    return link, re.sub(r"^https?://[^/]+", "", address)
