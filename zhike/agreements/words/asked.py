"""A question that was asked before, in other words perhaps: the same subject and the same thing asked of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhike.agreements.words.reading import Statement, differ, read
from zhike.agreements.words.sentences import is_chinese, plain

ENOUGH = 0.6
SURELY = 0.75  # so alike that "do you need a vector file" is "which format, a vector file"
OPEN = ("whether", "which")
# What is asked for, by the word that asks. A line is one kind; what no line holds is "whether".
_ASKS = {
    False: {
        "when": r"\bwhen\b|\b(?:what|which|on which) (?:is the (?:launch |due )?date|date|day)|launch date",
        "where": r"\bwhere\b|in which (?:city|town|country|room|place)|to which address",
        "who": r"\bwho(?:m|se)?\b|by us or by you",
        "how much": r"\bhow much\b|\bcosts?\b|what is the price",
        "how many": r"\bhow (?:many|often)\b",
        "how long": r"\bhow long\b|\bperiod\b|\bduration\b",
        "how large": r"\bhow (?:large|big)\b|maximum size",
        "how fast": r"\bhow fast\b",
        "how": r"\bhow (?:do|can|does|to)\b",
        "which": r"\b(?:which|what)\b",
        "why": r"\bwhy\b",
    },
    True: {
        "when": "什么时候|哪天|何时|几号|几时|哪一天|日期",
        "where": "哪里|哪个城市|哪儿|在哪|哪个地址|什么地方",
        "who": "谁|哪些人|哪方|什么人|哪家",
        "how much": "多少钱|费用是多少|价格是多少|多少费用",
        "how many": "几轮|多少轮|几个|多少个|多少人|几次|多少次",
        "how long": "多久|几年|多长|几个月|多长时间",
        "how large": "最大|多大",
        "how fast": "速度|多快",
        "how": "怎么|如何|怎样",
        "which": "哪些|什么|哪个|哪种",
        "why": "为什么|为何",
    },
}
_RULES = {chinese: [(kind, re.compile(pattern)) for kind, pattern in kinds.items()] for chinese, kinds in _ASKS.items()}
# Words that only ask. They are no subject.
_ASKING = {
    False: re.compile(
        r"\b(?:how (?:much|many|often|long|large|big|fast)|which|what|when|where|who|how|(?:is|are) there"
        r"|is it possible|do(?:es)? you|(?:launch |due )?date|on which day|in which city|period|maximum|size"
        r"|responsible|month|happens?)\b"
    ),
    True: re.compile("|".join(_ASKS[True].values()) + "|能不能|可不可以|有没有|要不要|是不是|请问|你们|我们"),
}


@dataclass(frozen=True)
class AskedBefore:
    """The n-th earlier question is the same, with so much of its words (0 to 1)."""

    earlier: int
    likeness: float


def asked_before(question: str, earlier: Sequence[str]) -> AskedBefore | None:
    """The earlier question that is most like this one and asks for the same; None where there is none."""
    kind, subject = _read(question)
    found = [
        AskedBefore(n, likeness)
        for n, (known_kind, known) in enumerate(map(_read, earlier))
        if (likeness := _likeness(subject, known)) >= _enough(kind, known_kind)
    ]
    return max(found, key=lambda match: match.likeness, default=None)


def _enough(kind: str, known: str) -> float:
    return ENOUGH if kind == known else SURELY if {kind, known} == set(OPEN) else 2


def _read(question: str) -> tuple[str, Statement]:
    said = plain(question).lower()
    chinese = is_chinese(said)
    kind = next((kind for kind, pattern in _RULES[chinese] if pattern.search(said)), "whether")
    return kind, read(_ASKING[chinese].sub(" ", said))


def _likeness(one: Statement, other: Statement) -> float:
    """Of the words of the shorter subject; what differs in a fact is another question."""
    if differ(one.sides, other.sides) or differ(one.amounts, other.amounts):
        return 0
    mine, yours = _words(one), _words(other)
    return len(mine & yours) / max(1, min(len(mine), len(yours)))


def _words(statement: Statement) -> frozenset[str]:
    return statement.subject | {f"{row}:{said}" for row, some in statement.choices.items() for said in some}
