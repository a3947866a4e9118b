"""Markdown in templates, and the turns of a chat."""

from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from zhike.clients.wishes.heeding import goes_out, held
from zhike.core.base.languages import language_for
from zhike.core.base.markdown import render
from zhike.domains.conversations.sending import note_on

register = template.Library()
register.filter("markdown", render)
register.filter("mail_note", note_on)


@register.inclusion_tag("conversations/turns.html")
def chat_of(turns: list[dict[str, Any]]) -> dict[str, Any]:
    """Each turn; the name stands where someone begins to speak."""
    before = ["", *(turn["speaker"] for turn in turns)]
    return {"turns": [_shown(turn, was) for turn, was in zip(turns, before, strict=False)]}


def _shown(turn: dict[str, Any], was: str) -> dict[str, Any]:
    moment = timezone.localtime(datetime.fromisoformat(turn["at"])) if turn.get("at") else None
    return turn | {"first": turn["speaker"] != was, "moment": moment}


@register.filter
def read_otherwise(people: Any) -> bool:
    """Whether somebody of them reads another language than whoever looks at the page."""
    return any(one.language and language_for(one) != get_language() for one in people)


@register.inclusion_tag("conversations/quiet.html")
def quiet_note(client: Any, people: Any) -> dict[str, Any]:
    """When a mail to those of them leaves who are in their quiet hours now."""
    ends = held(client, people)
    return {"goes_out": goes_out(ends, of=len(people)) if ends else ""}


@register.filter
def chose(said: Any, decision: int) -> str:
    """What was chosen in the composer for a decision that is contradicted."""
    return str(said.get(f"decision-{decision}", ""))


@register.filter
def cost(said: Any, decision: int) -> str:
    return str(said.get(f"hours-{decision}", ""))[:10]
