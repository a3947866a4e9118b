"""Chinese: 周五前给您初稿 · 我们会…… · 保证 · 陈总答应…… · 定金下周一付.

Each clause is one chance of a promise. The subject may be left out; then the receiver tells who gives (给您, 给我们),
else the clause before, else the speaker.
"""

import re
from collections.abc import Iterator, Sequence

from zhike.agreements.words import signs_chinese as signs
from zhike.agreements.words.due import Due
from zhike.agreements.words.sentences import Piece, clauses
from zhike.agreements.words.speaking import OTHER, OTHERS, Bond, Side, Speakers

Giver = tuple[Side, str]
SHORT = 3  # signs beside the time
UNMAKING = (signs.UNSURE, signs.ASKED_OF_OTHERS, signs.NO_DEED, signs.PAST)


def may_bind(sentence: str) -> bool:
    """A quick look: whether a closer one is worth it."""
    return bool(signs.DEED.search(sentence))


def bonds(sentence: str, dues: Sequence[Due], speakers: Speakers) -> Iterator[Bond]:
    """The promises of one sentence: clauses of the same side are one, unless both name a time."""
    if signs.QUESTION.search(sentence) or signs.CONDITION.search(sentence):
        return
    subject: Giver | None = None
    kept: list[Bond] = []
    since = 0
    for clause in clauses(Piece(0, len(sentence), sentence)):
        subject = _subject(clause.text, speakers) or subject
        within = tuple(due for due in dues if since <= due.start < clause.end)
        if bond := _of_clause(clause, within, subject, speakers):
            _join(kept, bond)
        since = clause.start if _only_a_time(clause, within) else clause.end  # 9月25日前，我方将提交
    yield from kept


def tidy(phrase: str) -> str:
    """The deed without who does it: 我们会把初稿发给您 is 把初稿发给您, 登录的问题我们修好 is 登录的问题修好."""
    deed = signs.LEAD.sub("", phrase)
    first = signs.FIRST.search(deed)
    if first and not any(found.start() < first.end() <= found.end() for found in signs.RECEIVER.finditer(deed)):
        deed = deed[: first.start()] + signs.LEAD.sub("", deed[first.end() :])
    return deed or phrase


def _join(kept: list[Bond], bond: Bond) -> None:
    if not kept or kept[-1].side != bond.side or (kept[-1].dues and bond.dues):
        kept.append(bond)
        return
    first = kept[-1]
    main = bond if bond.dues and not first.dues else first
    kept[-1] = Bond(first.side, first.who or bond.who, main.start, main.end, main.dues, first.reported)


def _only_a_time(clause: Piece, dues: Sequence[Due]) -> bool:
    return bool(dues) and sum(due.end - due.start for due in dues) + SHORT >= len(clause.text)


def _of_clause(clause: Piece, within: tuple[Due, ...], subject: Giver | None, speakers: Speakers) -> Bond | None:
    text = clause.text.rstrip("，。！；：,.!;: ")
    if any(sign.search(text) for sign in UNMAKING) or not signs.DEED.search(text):
        return None
    receiver = signs.RECEIVER.search(text)
    if not (within or signs.WILL.search(text) or (receiver and receiver["you"])):
        return None
    if not (giver := _giver(receiver, subject, speakers)):
        return None
    start = clause.start + (len(giver[1]) if giver[1] and text.startswith(giver[1]) else 0)
    return Bond(*giver, start, clause.start + len(text), within, reported="说" in text[:6])


def _giver(receiver: re.Match[str] | None, subject: Giver | None, speakers: Speakers) -> Giver | None:
    """Who gives: not the one who receives. None where the listener is merely asked to."""
    said = subject or (speakers.said_by, "")
    receiving = _receiving(receiver, speakers)
    if receiving is None or receiving != said[0]:
        return said
    if receiving == speakers.said_by and not subject:
        return None
    return OTHER[receiving], ""


def _receiving(receiver: re.Match[str] | None, speakers: Speakers) -> Side | None:
    if not receiver:
        return None
    return speakers.said_by if receiver["us"] else speakers.listener if receiver["you"] else OTHERS


def _subject(clause: str, speakers: Speakers) -> Giver | None:
    """Who acts in a clause: a name, else "we", else a third person. Who receives something does not count."""
    if signs.SECOND.search(clause):
        return speakers.listener, ""
    acting = signs.RECEIVER.sub(lambda found: "＿" * len(found[0]), clause)
    first = signs.FIRST.search(acting)
    if (named := speakers.named(acting)) and not (first and first.start() < 3 and "让" not in acting):
        return named
    if first:
        return speakers.said_by, ""
    third = signs.THIRD.search(acting)
    return (OTHERS, third["title"] or "") if third else None
