"""Lena asks Clara along a guide in two languages."""

import pytest

from zhike.domains.conversations.workflows import log
from zhike.domains.requirements.inquiries.models import Guide, Inquiry


@pytest.fixture
def guide(cast):
    return Guide.objects.add(
        by=cast.lena, name="第一次访谈", kind="interview",
        questions="What takes most time?\nHow often? | daily | weekly",
        questions_zh="什么最花时间？\n多久一次？ | 每天 | 每周",
    )  # fmt: skip


@pytest.fixture
def talk(cast):
    return log(by=cast.lena, client=cast.qingchuan, kind="call", text="聊聊", contacts=[cast.clara])


@pytest.fixture
def inquiry(cast, guide):
    return Inquiry.objects.add(
        by=cast.lena, title="访谈", guide=guide, client=cast.qingchuan, contact=cast.clara, owner=cast.lena
    )
