"""Sentences in which somebody binds himself: who, to what, until when.

A question, a condition, a wish, a hedge ("we'll try", 争取) and what is past are no promises; nor is what somebody asks
of another. It is better to miss one than to offer what nobody said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from zhike.agreements.words import due_chinese, due_english, promises_chinese, promises_english
from zhike.agreements.words.due import Due, settled
from zhike.agreements.words.moment import Moment, moment_of
from zhike.agreements.words.sentences import Piece, is_chinese, plain, sentences
from zhike.agreements.words.speaking import Bond, Side, Speakers
from zhike.core.clock.working_calendar import WorkingCalendar

Certainty = Literal["sure", "likely"]


@dataclass(frozen=True)
class Found:
    """One promise. `quote` is the sentence, from `start` to `end` of the text, untouched.

    `side` promises: "us" or "them"; `who` is the name where one is said, else "". `what` is the phrase without subject
    and time. `due_on` and `due_time` are local to the calendar; both None where no time is said. `certainty` is
    "sure" for an outright promise, "likely" for one without a time or only reported.
    """

    start: int
    end: int
    quote: str
    side: Side
    who: str
    what: str
    due_on: date | None
    due_time: time | None
    certainty: Certainty


def promises_in(
    text: str,
    said_at: datetime,
    *,
    calendar: WorkingCalendar,
    said_by: Side = "us",
    ours: Sequence[str] = (),
    theirs: Sequence[str] = (),
) -> list[Found]:
    """The promises of a message or note, in its order.

    `said_at` is aware and read in the calendar's zone; `said_by` says who speaks ("we" in a client's mail is "them");
    `ours` and `theirs` are names that may be said, in any language. Raises ValueError if `said_at` names no zone.
    """
    moment, speakers = moment_of(said_at, calendar), Speakers(said_by, tuple(ours), tuple(theirs))
    found = (_in_sentence(text, sentence, moment, speakers) for sentence in sentences(plain(text)))
    return [promise for promises in found for promise in promises]


def _in_sentence(text: str, sentence: Piece, moment: Moment, speakers: Speakers) -> Iterator[Found]:
    language, days = (promises_chinese, due_chinese) if is_chinese(sentence.text) else (promises_english, due_english)
    if not language.may_bind(sentence.text):
        return
    dues = days.dues(sentence.text, moment)
    for bond in language.bonds(sentence.text, dues, speakers):
        on, at = settled(bond.dues, moment)
        if on and on < moment.today:
            continue
        yield Found(
            sentence.start,
            sentence.end,
            text[sentence.start : sentence.end],
            bond.side,
            bond.who,
            language.tidy(_what(sentence.text, bond, dues)),
            on,
            at,
            "sure" if on and not bond.reported else "likely",
        )


def _what(sentence: str, bond: Bond, dues: Iterable[Due]) -> str:
    """The bond's phrase without the times in it."""
    kept, start = [], bond.start
    for due in dues:
        if bond.start <= due.start and due.end <= bond.end:
            kept.append(sentence[start : due.start])
            start = due.end
    phrase = "".join([*kept, sentence[start : bond.end]])
    return f"{bond.thing} {' '.join(phrase.split())}".strip(" ,.;:!，。；：！、—-")
