"""What a typed line of minutes says: by its sign a decision, promise, to-do or something parked; by its words who and
until when.

    ! decision   > we promise   < they promise   + to-do   ~ a way out of the topic   ? parking lot   else a note

`@name` says who does it, and is no word of a to-do where it begins or ends it. Typed with Chinese keys the signs are
known as well (！》《＋～？＠); 《 with a 》 behind it is a title.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone

from zhike.agreements.choices import Side
from zhike.agreements.words import due_chinese, due_english
from zhike.agreements.words.due import settled
from zhike.agreements.words.moment import moment_of
from zhike.agreements.words.sentences import is_chinese
from zhike.core.clock.models import Calendar
from zhike.core.timeline.moment import moment
from zhike.domains.meetings.choices import LineKind

SIGNS = {
    "!": (LineKind.DECISION, ""), "！": (LineKind.DECISION, ""),
    ">": (LineKind.PROMISE, Side.US), "＞": (LineKind.PROMISE, Side.US), "》": (LineKind.PROMISE, Side.US),
    "<": (LineKind.PROMISE, Side.THEM), "＜": (LineKind.PROMISE, Side.THEM), "《": (LineKind.PROMISE, Side.THEM),
    "+": (LineKind.TODO, Side.US), "＋": (LineKind.TODO, Side.US),
    "~": (LineKind.OPTION, ""), "～": (LineKind.OPTION, ""),
    "?": (LineKind.PARKED, ""), "？": (LineKind.PARKED, ""),
}  # fmt: skip
DATED = (LineKind.PROMISE, LineKind.TODO)


def read(text: str, meeting: Any, *, kind: str = "", now: datetime | None = None) -> dict[str, Any]:
    """The values of a Line: text, kind, side, person, contact, due_on, due_time.

    A `kind` that is chosen goes before the sign; `now` is when it is said.
    """
    words, signed, side = _sign(text.strip())
    kind = kind or signed
    owner, words = _owner(words, meeting, apart=kind == LineKind.TODO)
    contact = owner.contact if owner else None
    person = owner.person if owner else None
    if kind == LineKind.PROMISE:
        side = Side.THEM if contact else Side.US if person else side
    day, at = until(words, now) if kind in DATED else (None, None)
    return {
        "text": words, "kind": kind, "side": side or Side.US, "person": person, "contact": contact, "due_on": day,
        "due_time": at,
    }  # fmt: skip


def until(words: str, now: datetime | None = None) -> tuple[Any, Any]:
    """The day and time that a line names as its end, on the company's calendar."""
    said_at = now or moment()
    when = moment_of(said_at, Calendar.objects.default().working(timezone.localdate(said_at)))
    language = due_chinese if is_chinese(words) else due_english
    day, at = settled(language.dues(words, when), when)
    return (None, None) if day and day < when.today else (day, at)


def _sign(text: str) -> tuple[str, str, str]:
    """(the words, kind, side). A book title in its brackets is no sign, nor is what stands before a number (~5)."""
    if text[:1] not in SIGNS or (text[0] == "《" and "》" in text) or re.match(r"[~～]\d", text):
        return text, LineKind.NOTE, ""
    kind, side = SIGNS[text[0]]
    return text[1:].lstrip(), kind, side


def _owner(words: str, meeting: Any, *, apart: bool) -> tuple[Any, str]:
    """The attendee whose name stands behind an @, and the words without the sign; `apart`, without a name that begins
    or ends them.
    """
    if "@" not in words and "＠" not in words:
        return None, words
    for name, attendee in _names(meeting):
        found = re.search(rf"[@＠]({re.escape(name)})", words, re.IGNORECASE)
        if found:
            before, after = words[: found.start()], words[found.end() :]
            rest = f"{before}{after}".strip(" ,，:：")
            alone = apart and rest and not (before.strip() and after.strip())
            return attendee, rest if alone else f"{before}{found[1]}{after}"
    return None, words


def _names(meeting: Any) -> Iterator[tuple[str, Any]]:
    """What attendees are called, the longest first: the whole name, its parts, the form of address."""
    found = []
    for attendee in meeting.attendees.select_related("contact", "person"):
        called = {str(attendee.who), attendee.called, *str(attendee.who).split()}
        found += [(name, attendee) for name in called if len(name) > 1]
    yield from sorted(found, key=lambda pair: -len(pair[0]))
