"""A second record of Lena's client, with something of everything on it."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.base import ContentFile

from zhike.clients.models import Client, Contact
from zhike.core.discussion.watching import watch
from zhike.core.discussion.workflows import comment
from zhike.core.files.models import Attachment
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log


@dataclass(frozen=True)
class Twin:
    """`client` is the second record, `zheng` its contact, who stands at the first one too."""

    client: Any
    zheng: Any
    said: Any
    todo: Any
    file: Any


@pytest.fixture
def twin(cast) -> Twin:
    client = Client.objects.add(
        by=cast.lena, name="晴川医疗", owner=cast.lena, team=cast.lena.team, visibility="team",
        phones=["+8657187654321"], tags=["vip"], industry="Medical", about="Came by the fair.",
    )  # fmt: skip
    zheng = Contact.objects.add(by=cast.lena, name="郑凯", client=client)
    zheng.join(by=cast.lena, client=cast.qingchuan, title="Adviser")
    said = log(by=cast.lena, client=client, kind="call", text="Hello", contacts=[zheng])
    todo = add_todo(client, by=cast.lena, title="Send the draft", owner=cast.lena)
    comment(client, by=cast.omar, text="Careful with them")
    file = Attachment.objects.attach(ContentFile(b"x", "offer.txt"), to=client, by=cast.lena)
    for record in (client, cast.qingchuan):
        watch(record, by=cast.omar)
    deliver_all()
    return Twin(client, zheng, said, todo, file)
