"""Questions: each area declares, in its `questions.py`, what it asks and what an answer does."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

Deciders = Callable[[Any, Any], Iterable[Any]]
Act = Callable[[Any, Any], None]


def nothing(_approval: Any, _by: Any) -> None:
    """No more is to be done."""


@dataclass(frozen=True)
class Question:
    """`title` is a sentence that may name `{about}` and any proposed value; `labels` names those values for readers.

    `deciders(record, by)` are the people who may decide; `needed` of them must agree (0: all). One refusal ends it,
    unless `one_no_ends` is False: then it ends when so many can no longer agree. `approved(approval, by)` and
    `dropped(approval, by)` run in the decision's own transaction. `watches` are the fields whose change voids it;
    none: any edit does. `lasts` lets a change void it after it was approved. It is called to mind after `remind` and
    expires after `days` working days.
    """

    name: str
    title: str | Promise
    deciders: Deciders
    approved: Act = nothing
    dropped: Act = nothing
    labels: Mapping[str, str | Promise] = field(default_factory=dict)
    needed: int = 1
    one_no_ends: bool = True
    watches: tuple[str, ...] = ()
    lasts: bool = False
    remind: int = 2
    days: int = 10


QUESTIONS: dict[str, Question] = {}


def register(question: Question) -> Question:
    """Make a question known; a name taken twice is an error."""
    if question.name in QUESTIONS:
        raise ValueError(f"the question {question.name!r} is declared twice")
    QUESTIONS[question.name] = question
    return question
