"""What to know before one talks to a client, for programs and assistants: `/api/v1/clients/CL-12/before`."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy

from zhike.agreements.readings import DAY, LINK, TEXT, made_of, named, or_null
from zhike.agreements.remembering import once_reopened, recall_of
from zhike.core.record.family import family
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading
from zhike.domains.conversations.models import Conversation
from zhike.surfaces.console.before import asked_again, decided

NUMBER = {"type": "integer"}
DECIDED = made_of({"decision": LINK, "question": TEXT, "by": or_null(LINK)})
DUE = made_of({"decision": LINK, "from": DAY, "now": {"type": "boolean"}})
AGAIN = made_of({"question": TEXT, "in": LINK, "answered": or_null(LINK)})
TALK = or_null(made_of({"conversation": LINK, "on": DAY, "mood": TEXT}))
ANSWER = made_of(
    {
        "decided": {"type": "array", "items": DECIDED}, "bring_up": {"type": "array", "items": DUE},
        "asked_again": {"type": "array", "items": AGAIN}, "last_contact": TALK, "last_mood": TALK,
        "recall": made_of({"asked": NUMBER, "remembered": NUMBER}),
    }
)  # fmt: skip


@reading(
    "clients.client", "before", label=gettext_lazy("Before you talk"), schema=ANSWER,
    tells=("decisions", "conversations"),
    about="What to know before talking to this client: what they decided last; decisions that they opened again once, "
    "with the day from which to bring each up (`now`: it has come); questions they asked before, with the former "
    "answer; the last contact and the last mood; how often within a year they still knew what was brought up. What "
    "both sides promised and what is open is told by `owed`.",
)  # fmt: skip
def before_talking(client: Any, reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    talks, recall = Conversation.objects.standing().filter(client__in=family(client)), recall_of(client)
    return {
        "decided": [
            {"decision": named(one), "question": one.question, "by": named(one.contact)}
            for one in decided(client, reader.today)
        ],
        "bring_up": [
            {"decision": named(one.decision), "from": one.day, "now": one.day <= reader.today}
            for one in once_reopened(client)
        ],
        "asked_again": [
            {"question": one.sentence, "in": named(one.conversation), "answered": named(one.decision or one.earlier)}
            for one in asked_again(client)
        ],
        "last_contact": _talk(talks.exclude(kind="note")), "last_mood": _talk(talks.exclude(mood="")),
        "recall": {"asked": recall.asked, "remembered": recall.remembered},
    }  # fmt: skip


def _talk(talks: Any) -> dict[str, Any] | None:
    last = talks.order_by("-happened_at").first()
    return last and {"conversation": named(last), "on": timezone.localdate(last.happened_at), "mood": last.mood}
