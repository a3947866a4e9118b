"""Clara, with a phone, an address and a trail through the whole book."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.base import ContentFile

from zhike.clients.merging.workflows import merge
from zhike.clients.models import Contact
from zhike.clients.pains.models import PainPoint
from zhike.clients.plans.models import Plan
from zhike.core.discussion.watching import watch
from zhike.core.discussion.workflows import comment
from zhike.core.files.models import Attachment
from zhike.core.mail.writing import write
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log

NAME, OLD, CALLED = "沈知微", "沈小微", "沈总工"
PHONE, MAIL, WECHAT = "+8613812349876", "shen.zhiwei@qingchuan.example", "shenzw_1988"
TRACES = (NAME, OLD, CALLED, "13812349876", "138 1234 9876", MAIL, WECHAT, "shenzhiwei", "骑行")


@dataclass(frozen=True)
class Trail:
    """`zhiwei` is the person; the rest is what was written down around them."""

    zhiwei: Any
    talk: Any
    todo: Any
    file: Any
    letter: Any


@pytest.fixture
def trail(cast) -> Trail:
    reach = {"phones": [PHONE], "emails": [MAIL], "wechat": WECHAT}
    zhiwei = Contact.objects.add(
        by=cast.lena, name=OLD, form_of_address=CALLED, client=cast.qingchuan, about="喜欢骑行", **reach
    )
    zhiwei.amend(by=cast.lena, name=NAME)
    again = Contact.objects.add(by=cast.omar, name=NAME, client=cast.qingchuan, emails=[MAIL], about="喜欢骑行")
    watch(again, by=cast.omar)
    watch(zhiwei, by=cast.omar)
    merge(zhiwei, again, by=cast.lena)
    talk = log(
        by=cast.lena, client=cast.qingchuan, kind="call", contacts=[zhiwei], subject=f"{NAME} called",
        text=f"{NAME}（138 1234 9876，{MAIL}）wants a quote",
    )  # fmt: skip
    talk.amend(by=cast.lena, next_step=f"Write to {NAME}")
    todo = add_todo(cast.qingchuan, by=cast.lena, title=f"Ring {NAME}", owner=cast.omar)
    comment(cast.qingchuan, by=cast.omar, text=f"{OLD} is on holiday")
    comment(zhiwei, by=cast.omar, text="Has two children, 喜欢骑行")
    add_todo(zhiwei, by=cast.lena, title="Birthday card, 喜欢骑行", owner=cast.lena)
    PainPoint.objects.add(by=cast.lena, client=cast.qingchuan, said_by=zhiwei, statement=f"{CALLED} waits too long")
    Plan.objects.add(by=cast.lena, client=cast.qingchuan, contact=zhiwei, owner=cast.lena, every=5, about="骑行")
    file = Attachment.objects.attach(ContentFile(b"x", f"{NAME}.txt"), to=zhiwei, by=cast.lena)
    letter = write(to=zhiwei, subject=f"Dear {NAME}", text="骑行", by=cast.lena, about=talk)
    deliver_all()
    return Trail(zhiwei, talk, todo, file, letter)
