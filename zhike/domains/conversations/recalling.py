"""What a text touches that was said before: decisions that it contradicts, questions of the client asked before.

Found by rules of language (`zhike.agreements.words`), shown while one types, kept with what is logged.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import timezone

from zhike.agreements.models import Decision, Entry
from zhike.agreements.words.asked import asked_before
from zhike.agreements.words.reading import read
from zhike.agreements.words.sentences import Piece, clauses, plain, sentences
from zhike.agreements.words.touching import Decided
from zhike.core.access.preferences import staff_names
from zhike.core.base.markdown import plain as without_marks
from zhike.core.record.family import family
from zhike.domains.conversations.models import Choice, Conversation, Direction, Kind, Recalled

LONGEST, DECISIONS, EARLIER, MOST = 20_000, 300, 60, 3
QUESTION = re.compile(r"[?？]\s*$|[吗呢]\s*[。.]?\s*$")
SPEAKER = re.compile(r"^\*\*[^*\n]{1,80}\*\*[ \d:.\-/]*$", re.MULTILINE)  # the head of a turn of a chat
ENOUGH_WORDS = 2  # of a subject; "three" alone is read with its question


@dataclass(frozen=True)
class Against:
    """A sentence that contradicts a decision: by number, date, negated, antonym or choice."""

    sentence: str
    decision: Any
    why: str


@dataclass(frozen=True)
class Again:
    """A question asked before: what was decided on it then, or the earlier conversation and what we said after it."""

    sentence: str
    decision: Any = None
    earlier: Any = None
    answer: Any = None


def contradicted(text: str, client: Any, contacts: Collection[Any] = ()) -> list[Against]:
    """The confirmed decisions of the client that the text contradicts, the first few. Two queries."""
    decisions = list(
        Decision.objects.in_force(timezone.localdate())
        .filter(client__in=family(client)).select_related("contact").order_by("-pk")[:DECISIONS]
    )  # fmt: skip
    if not decisions:
        return []
    names = (*staff_names().values(), *(one.name for one in contacts))
    told = [(part, one) for one in decisions for sentence in parts(_words(one)) for part in sentence]
    decided = Decided([part for part, _one in told], names)
    found: dict[int, Against] = {}
    for sentence in parts(text[:LONGEST]):
        for touch in (touch for part in sentence for touch in decided.touched_by(part)):
            decision = told[touch.decision][1]
            if touch.verdict == "contradicts":
                found.setdefault(decision.pk, Against(sentence[0], decision, touch.why))
    return list(found.values())[:MOST]


def parts(text: str) -> list[list[str]]:
    """Of each sentence the whole, then its clauses that speak of something: what else it says makes it no less like."""
    return [[one.text, *_speaking(clauses(one))] for one in sentences(plain(text))]


def _speaking(some: Iterable[Piece]) -> list[str]:
    return [one.text for one in some if len(read(one.text).subject) >= ENOUGH_WORDS]


def asked_again(text: str, client: Any, *, but: int | None = None) -> list[Again]:
    """The questions of a client's text that it asked before. `but` is the text's own conversation. Three queries, and
    one for each answer that is found.
    """
    asked = questions(text)
    return _asked_again(asked, client, but)[:MOST] if asked else []


def _asked_again(asked: list[str], client: Any, but: int | None) -> list[Again]:
    decisions = list(Decision.objects.open().filter(client__in=family(client)).exclude(question="")[:DECISIONS])
    talks = (
        Conversation.objects.standing().filter(client__in=family(client), direction=Direction.IN).exclude(pk=but or 0)
    )
    known: list[tuple[str, Any]] = [(one.question, one) for one in decisions]
    for talk in talks.order_by("-happened_at")[:EARLIER]:
        known += [(question, talk) for question in questions(talk.text)]
    found = [(one, asked_before(one, [words for words, _source in known])) for one in asked]
    return [_again(one, known[match.earlier][1]) for one, match in found if match]


def _again(question: str, source: Any) -> Again:
    if isinstance(source, Entry):
        return Again(question, decision=source)
    later = Conversation.objects.standing().filter(client=source.client_id, happened_at__gt=source.happened_at)
    answers = later.filter(direction=Direction.OUT).exclude(kind=Kind.NOTE).order_by("happened_at", "pk")
    return Again(question, earlier=source, answer=answers.first())


def questions(text: str) -> list[str]:
    """Those of a text; of a chat without who spoke and when."""
    said = without_marks(SPEAKER.sub("", text))
    return [one.text for one in sentences(plain(said[:LONGEST])) if QUESTION.search(one.text)]


def keep(conversation: Any) -> None:
    """What a new conversation touches, for ever: what becomes of a decision is chosen afterwards."""
    found: list[Any] = []
    if conversation.kind != Kind.NOTE or conversation.direction == Direction.IN:
        found += contradicted(conversation.text, conversation.client, conversation.contacts.all())
    if conversation.direction == Direction.IN:
        found += asked_again(conversation.text, conversation.client, but=conversation.pk)
    Recalled.objects.bulk_create(
        Recalled(
            conversation=conversation, sentence=one.sentence, why=getattr(one, "why", ""), decision=one.decision,
            earlier=getattr(one, "earlier", None),
        )
        for one in found
    )  # fmt: skip


def settle(conversation: Any, said: Mapping[str, str], *, by: Any) -> None:
    """Take the choices of the composer: `decision-12` is what becomes of it, `hours-12` what that costs."""
    for row in conversation.recalled.against():
        choice = said.get(f"decision-{row.decision_id}", "")
        if choice in Choice.values:
            row.choose(choice, by=by, hours=hours(said.get(f"hours-{row.decision_id}", "")))


def hours(said: str) -> Decimal | None:
    """A number of hours up to 99,999; None for what is none."""
    try:
        number = Decimal(said.replace(",", ".").strip()).quantize(Decimal("0.1"))
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 <= number < 100_000 else None


def _words(decision: Any) -> str:
    """Its answer; where that alone says too little ("Three."), with the question."""
    enough = len(read(decision.text).subject) >= ENOUGH_WORDS
    return decision.text if enough else f"{decision.question.rstrip('?？ ')} {decision.text}"
