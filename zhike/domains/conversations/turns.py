"""The turns of a copied chat, with who said them: as a conversation keeps them, and as its text says them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from zhike.clients.models import Contact
from zhike.core.access.models import User
from zhike.domains.conversations.chat_text import Turn
from zhike.domains.conversations.models import Conversation
from zhike.domains.conversations.speakers import matched, plain_name

LOOKED_BACK = 30  # chats of a client in which a choice is looked up


@dataclass(frozen=True)
class Chat:
    """`who` says of each speaker which contact or member of staff it is, or None."""

    turns: list[Turn]
    who: Mapping[str, Any]

    @property
    def last_is_theirs(self) -> bool:
        """Whether the client spoke last; who is unknown is one of the client's."""
        return not isinstance(self.who.get(self.turns[-1].speaker), User)

    @property
    def contacts(self) -> list[Contact]:
        found = (self.who.get(turn.speaker) for turn in self.turns)
        return list(dict.fromkeys(one for one in found if isinstance(one, Contact)))

    @property
    def ended_at(self) -> datetime | None:
        """In the reader's zone."""
        last = next((turn.at for turn in reversed(self.turns) if turn.at), None)
        return timezone.make_aware(last) if last else None

    def text(self) -> str:
        """As Markdown, to be searched and read where turns are not shown."""
        return "\n\n".join(f"**{_escaped(turn.speaker)}**{_clock(turn)}\n{turn.text}" for turn in self.turns)

    def kept(self) -> list[dict[str, Any]]:
        """As JSON: speaker, contact and person (numbers or None), at (ISO, with zone, or None), text, media."""
        return [self._kept(turn, self.who.get(turn.speaker)) for turn in self.turns]

    def _kept(self, turn: Turn, who: Any) -> dict[str, Any]:
        return {
            "speaker": turn.speaker,
            "contact": who.pk if isinstance(who, Contact) else None,
            "person": who.pk if isinstance(who, User) else None,
            "at": timezone.make_aware(turn.at).isoformat() if turn.at else None,
            "text": turn.text,
            "media": turn.media,
        }


def guess(turns: Iterable[Turn], client: Any, *, by: Any) -> dict[str, Any]:
    """Who each speaker probably is: as chosen in earlier chats of the client, else by name."""
    speakers = list(dict.fromkeys(turn.speaker for turn in turns))
    contacts = list(Contact.objects.of_client(client).standing())
    staff = list(User.objects.at_work())
    known = chosen_before(client, contacts, staff)
    return {one: matched(one, contacts=contacts, staff=staff, me=by, known=known) for one in speakers}


def chosen_before(client: Any, contacts: Iterable[Contact], staff: Iterable[User]) -> dict[str, Any]:
    """Whom the speakers of the client's latest chats were said to be; later choices go before earlier ones."""
    people = {("contact", one.pk): one for one in contacts} | {("person", one.pk): one for one in staff}
    chats = Conversation.objects.filter(client=client).exclude(turns=[]).order_by("-pk")
    found: dict[str, Any] = {}
    for turns in chats.values_list("turns", flat=True)[:LOOKED_BACK]:
        for turn in turns:
            key = next(((side, turn[side]) for side in ("contact", "person") if turn.get(side)), None)
            if key in people:
                found.setdefault(plain_name(turn["speaker"]), people[key])
    return found


def _clock(turn: Turn) -> str:
    return f" {turn.at:%H:%M}" if turn.at else ""


def _escaped(name: str) -> str:
    return name.replace("*", r"\*").replace("_", r"\_")
