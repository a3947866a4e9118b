"""Words that each side will read in its own way, found before a text is sent, with what to write instead."""

import re
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zhike.agreements.words.sentences import plain

Why = Literal["time", "amount", "extent", "person", "condition"]
INSTEAD: dict[Why, str] = {
    "time": gettext_noop("Name the day, and the hour where it matters."),
    "amount": gettext_noop("Give the number, or the least and the most."),
    "extent": gettext_noop("List what is meant, so that both can tick it off."),
    "person": gettext_noop("Name who does it."),
    "condition": gettext_noop("Say yes or no, or what it depends on and who decides."),
}
_ENGLISH: dict[Why, tuple[str, ...]] = {
    "time": (
        *(
            "(?<!as )soon(?!er)",
            "asap",
            "as soon as possible",
            "shortly",
            "later(?! than)",
            "in a timely manner",
            "timely",
        ),
        *("promptly", "quickly", "in due (?:course|time)", "eventually", "at (?:your|our|the) earliest convenience"),
        *("in the near future", "one of these days", "(?:next|this) (?:week|month|quarter)", "next year"),
        "a (?:few|couple of) (?:days|weeks|months)",
        "(?:early|mid|late)[ -](?:january|february|march|april|may|june|july)",
        "(?:early|mid|late)[ -](?:august|september|october|november|december)",
    ),
    "amount": (
        *("roughly", "approximately", r"(?:around|about) (?=\d)", "more or less", "a lot of", "a number of", "several"),
        *("a few(?! (?:days|weeks|months))", "a couple of(?! (?:days|weeks|months))", "many", "various"),
    ),
    "extent": (
        r"some (?:\w+ )?(?:improvements|changes|adjustments|fixes|tweaks|updates|optimi[sz]ations)",
        *(r"etc\.", "and so on", "and the like", "reasonable", "appropriate", "user-friendly", "modern", "minor"),
        *("high[- ]quality", "state[- ]of[- ]the[- ]art", "as (?:needed|required|necessary)"),
    ),
    "person": ("someone", "somebody", "one of us", "the (?:responsible|relevant) (?:person|people|team|department)"),
    "condition": (
        *("if possible", "where possible", "in principle", "should be (?:fine|ok|okay|possible)", "ideally"),
        *("best effort", "we(?:'ll| will) try", "hopefully", "if time (?:allows|permits)"),
    ),
}
_CHINESE: dict[Why, tuple[str, ...]] = {
    "time": (
        *(
            "尽快",
            "尽早",
            "近期",
            "近日",
            "稍后",
            "稍晚",
            "回头",
            "改天",
            "过几天",
            "这几天",
            "几天(?!前)",
            "及时",
            "马上",
            "不久",
        ),
        *("早日", "第一时间", "适时", "有空", "抽空", "[月年]初", "[上中下]旬"),
        "[下本这]个?(?:周|星期|月|季度)(?![一二三四五六日天末底0-9])",
    ),
    "amount": (
        *(
            "大概(?!念)",
            "大约",
            "差不多",
            "若干",
            "(?<=[天个元页次轮名时周月])左右",
            "上下浮动",
            "不少",
            "多个",
            "几个",
            "少量",
        ),
        *("一些(?!改进|修改|调整|优化|变化)", "部分(?!的)"),
    ),
    "extent": (
        *(
            "一些(?:改进|修改|调整|优化|变化)",
            "(?:优化|调整|完善)一下",
            "适当",
            "合理",
            "等等",
            "之类",
            "相应",
            "高质量",
        ),
        *("必要的?(?:修改|调整|支持)", "美观", "大气", "友好"),
    ),
    "person": ("[相有]关(?:人员|部门|同事|负责人)", "我们这边的人", "有人会"),
    "condition": (
        *("原则上", "视情况", "看情况", "尽量", "争取", "力争", "如有可能", "可能的话", "理论上", "问题不大"),
        "应该(?:可以|没问题|能)",
    ),
}


def _compiled(words: dict[Why, tuple[str, ...]], edge: str = "", after: str = "") -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{why}>{'|'.join(patterns)})" for why, patterns in words.items())
    return re.compile(f"{edge}(?:{kinds}){after}", re.IGNORECASE)


_RULES = (_compiled(_ENGLISH, "(?<![a-z0-9_-])", "(?![a-z0-9_])"), _compiled(_CHINESE))


@dataclass(frozen=True)
class Unclear:
    """`word` stands from `start` to `end`; `why` is what it leaves open, `instead` a hint in the reader's language."""

    start: int
    end: int
    word: str
    why: Why

    @property
    def instead(self) -> str:
        return _(INSTEAD[self.why])


def unclear_in(text: str) -> list[Unclear]:
    """The words of a text that leave open when, how much, what, who or whether, in its order; in both languages."""
    said = plain(text)
    found = (match for rule in _RULES for match in rule.finditer(said))
    return [
        Unclear(match.start(), match.end(), text[match.start() : match.end()], _why(match))
        for match in sorted(found, key=lambda match: match.start())
    ]


def _why(match: re.Match[str]) -> Why:
    return next(why for why in INSTEAD if match[why])
