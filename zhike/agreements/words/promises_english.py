"""English: "we will", "you'll have it by", "let me get back to you", "Clara to provide".

Each modal is one chance of a promise: who stands before it, what verb follows, and what else the clause says.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zhike.agreements.words import signs_english as signs
from zhike.agreements.words.due import Due
from zhike.agreements.words.speaking import OTHERS, Bond, Side, Speakers

NEAR = 60  # signs that are looked at on both sides of a modal


class Chance(NamedTuple):
    """Somebody binds himself: words of his from `start`, the deed from `verb`; `thing` is what shall be done."""

    start: int
    verb: int
    side: Side
    who: str = ""
    thing: str = ""
    reported: bool = False
    needs_time: bool = False


def may_bind(sentence: str) -> bool:
    """A quick look: whether a closer one is worth it."""
    small = sentence.lower()
    return any(word in small for word in signs.BINDING)


def bonds(sentence: str, dues: Sequence[Due], speakers: Speakers) -> Iterator[Bond]:
    """The promises of one sentence; a second one of the same side only with a time of its own."""
    if sentence.endswith(("?", "？")) or signs.CONDITION.search(sentence):
        return
    given: set[Side] = set()
    chances = sorted(_chances(sentence, speakers))
    for n, chance in enumerate(chances):
        since = chances[n - 1].verb if n else 0
        end = chances[n + 1].start if n + 1 < len(chances) else len(sentence)
        bound = _dues_of(dues, chance, since, end)
        needs_time = chance.needs_time or chance.thing or chance.side in given
        if signs.PAST.search(sentence, since, chance.start) or (needs_time and not bound):
            continue
        given.add(chance.side)
        yield Bond(chance.side, chance.who, chance.verb, end, bound, chance.reported, chance.thing)


def tidy(phrase: str) -> str:
    """The deed as one names it: "be in touch" stays, "and " at an end goes."""
    return re.sub(r"\bbe (?=(?:ready|done|live|complete|[a-z]+ed)\b)|\s+(?:and|but|so)$", "", phrase)


def _dues_of(dues: Sequence[Due], chance: Chance, since: int, end: int) -> tuple[Due, ...]:
    after = tuple(due for due in dues if chance.verb <= due.start < end)
    return after or tuple(due for due in dues if since <= due.start < chance.start)


def _chances(sentence: str, speakers: Speakers) -> Iterator[Chance]:
    for found in signs.MODAL.finditer(sentence):
        if chance := _of_modal(sentence, found, speakers):
            yield chance
    for pattern in (signs.LET_ME, signs.EXPECT, signs.COUNT_ON):
        if found_one := pattern.search(sentence):
            yield Chance(*found_one.span(), speakers.said_by)
    for found in signs.PRESENT.finditer(sentence):
        if not signs.HEDGE.search(_nearby(sentence, found.start())):
            yield Chance(*found.span(), speakers.said_by, needs_time=True)
    for found in signs.PRESENT_OF.finditer(sentence):
        if (acts := _of_people(sentence, found, speakers)) and not signs.HEDGE.search(_nearby(sentence, found.start())):
            yield acts
    if (bare := signs.SUBJECTLESS.search(sentence)) and not signs.NO_DEED.match(sentence, bare.end()):
        yield Chance(*bare.span(), *(speakers.named(sentence[: bare.start()]) or (speakers.said_by, "")))
    if (listed := signs.NAME_TO_DO.match(sentence)) and (named := speakers.named(listed[0])):
        yield Chance(listed.start(), listed.end(), *named)


def _of_modal(sentence: str, found: re.Match[str], speakers: Speakers) -> Chance | None:
    before = sentence[_clause_start(sentence, found.start()) : found.start()].strip()
    after = sentence[found.end() : found.end() + NEAR]
    if not before or signs.NO_DEED.match(after) or signs.HEDGE.search(_nearby(sentence, found.start())):
        return None
    if not (chance := _bound(before, after, found, speakers)):
        return None
    able = found[0].lower().startswith("can")  # "we can have it by Friday" binds where the day is named
    reported = able or bool(signs.REPORT.search(sentence, 0, found.start()))
    return chance._replace(reported=reported, needs_time=able or chance.needs_time)


def _of_people(sentence: str, found: re.Match[str], speakers: Speakers) -> Chance | None:
    before = sentence[_clause_start(sentence, found.start()) : found.start()].strip()
    ours = (speakers.said_by, "") if signs.OUR_PEOPLE.search(before) else None
    giver = speakers.named(before[-NEAR:]) or ours
    return Chance(*found.span(), *giver, needs_time=True) if giver else None


def _nearby(sentence: str, place: int) -> str:
    return sentence[max(0, place - NEAR) : place].rpartition(", ")[2]


def _bound(before: str, after: str, found: re.Match[str], speakers: Speakers) -> Chance | None:
    start, verb = found.span()
    if pronoun := signs.PRONOUN.search(before):
        return _of_pronoun(pronoun[1].lower(), after, found, speakers)
    if named := speakers.named(before[-40:]):
        return Chance(start, verb, *named)
    if signs.OUR_PEOPLE.search(before):
        return Chance(start, verb, speakers.said_by)
    if signs.THEIR_PEOPLE.search(before):
        return Chance(start, verb, speakers.listener)
    return Chance(start, verb, speakers.said_by, thing=before) if signs.DONE.match(after) else None


def _of_pronoun(pronoun: str, after: str, found: re.Match[str], speakers: Speakers) -> Chance | None:
    start, verb = found.span()
    if pronoun in ("i", "we", "he", "she", "they"):
        side = speakers.said_by if pronoun in ("i", "we") else OTHERS
        return None if after.startswith("be ") and not signs.ACTIVE.match(after) else Chance(start, verb, side)
    if pronoun == "you":
        given = signs.FOR_YOU.match(after)
        if not given:
            return None
        return Chance(start, verb + given.end(), speakers.said_by, needs_time=not given[0].startswith("hear"))
    return Chance(start, verb, speakers.said_by, thing=pronoun) if signs.DONE.match(after) else None


def _clause_start(sentence: str, place: int) -> int:
    since = max(0, place - 4 * NEAR)
    return max((stop.end() for stop in signs.CLAUSE_BEGINS.finditer(sentence, since, place)), default=since)
