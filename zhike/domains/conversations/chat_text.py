"""A chat copied as text: who said what, when. Pure; knows WeChat, QQ and WhatsApp, and plain "Name: text".

Moments are naive, on the clock of whoever copied the chat. `now` is that clock: "yesterday" and "Tuesday" hang on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from zhike.domains.conversations.chat_times import DAY, TIME, WHEN, Clock, is_month_first

NAME = r"(?P<name>[^\s:：][^:：\n]{0,38}?)"
COLON = r"[:：]"
TIMED = re.compile(rf"{NAME}{COLON}?[ \t\u3000\u00a0]+(?P<when>{WHEN})", re.IGNORECASE)
QQ = re.compile(rf"(?P<when>{DAY}[ \t]+{TIME})[ \t]+(?P<name>\S.{{0,38}})", re.IGNORECASE)
STAMP = r"(?P<when>\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4},?[ \u202f]+\d{1,2}:\d{2}(?::\d{2})?(?:[ \u202f]?[ap]\.?m\.?)?)"
WHATSAPP = re.compile(rf"\[?{STAMP}(?:\][ ]|[ ]-[ ])(?:(?P<name>[^:]{{1,40}}):[ ](?P<said>.*)|.*)", re.IGNORECASE)
BARE = re.compile(rf"{NAME}{COLON}")
PLAIN = re.compile(rf"{NAME}[:：][ \t\u3000]*(?P<said>(?!//)\S.*)")
MARKER = re.compile(rf"[—\-–─=\s]*(?P<when>{WHEN}|{DAY})[—\-–─=\s]*", re.IGNORECASE)
NOT_NAMES = re.compile(r"https?|ftp|[\d\s:./-]+", re.IGNORECASE)
SYSTEM = re.compile(
    r".*(撤回了一条消息|以上是打招呼的内容|加入了?群聊|拍了拍.*|recalled a message|deleted this message|"
    r"end-to-end encrypted.*|created group.*|added .* to the group)\.?",
    re.IGNORECASE,
)
MEDIA = {
    "image": r"\[(图片|照片|photo|image)\]|<?(media|image) omitted>?",
    "file": r"\[(文件|file)\].*|<?document omitted>?",
    "voice": r"\[(语音|voice)\].*|<?audio omitted>?",
    "video": r"\[(视频|小视频|video)\]|<?video omitted>?",
    "sticker": r"\[(动画表情|表情|sticker)\]|<?sticker omitted>?",
    "place": r"\[(位置|地理位置|location)\].*",
    "call": r"\[?(语音通话|视频通话|通话时长|voice call|video call)\]?.*",
    "link": r"\[(链接|小程序|link|mini program)\].*",
}
MEDIA_OF = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in MEDIA.items()}


@dataclass(frozen=True)
class Turn:
    """`media` says what a placeholder such as [图片] stands for; empty for plain words."""

    speaker: str
    text: str
    at: datetime | None = None
    media: str = ""


@dataclass(frozen=True)
class Line:
    """A line that opens a turn. `when` is as written, `said` what follows the name on the same line."""

    name: str
    when: str = ""
    said: str = ""


def parse(text: str, now: datetime) -> list[Turn]:
    """The turns in their order; none when it does not look like a chat."""
    lines = [line.strip("\u200e\u200f\ufeff ").rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    heads = _heads(lines)
    return _turns(lines, heads, Clock(now, is_month_first(lines))) if heads else []


def _heads(lines: list[str]) -> dict[int, Line | None]:
    """The lines that open a turn; None for one that ends the turn before it and opens none."""
    for pattern in (WHATSAPP, TIMED, QQ):
        if found := _matching(pattern, lines):
            return found if pattern is WHATSAPP else _set_apart(found, lines)
    if bare := _matching(BARE, lines):
        return bare
    plain = _matching(PLAIN, lines)
    first = next((number for number, line in enumerate(lines) if line), 0)
    return plain if first in plain and len(plain) > 1 else {}


def _matching(pattern: re.Pattern[str], lines: list[str]) -> dict[int, Line | None]:
    found: dict[int, Line | None] = {}
    for number, line in enumerate(lines):
        said = pattern.fullmatch(line)
        if said is None:
            continue
        parts = said.groupdict()
        name = _name(parts["name"] or "")
        if parts["name"] is None:
            found[number] = None
        elif name and not MARKER.fullmatch(line):
            found[number] = Line(name, parts.get("when") or "", parts.get("said") or "")
    return found if any(found.values()) else {}


def _name(said: str) -> str:
    """Without QQ's number; empty for what is no name."""
    name = re.sub(r"[(<（]\d{5,}[)>）]$", "", said).strip(" :：")
    return "" if NOT_NAMES.fullmatch(name) else name


def _set_apart(found: dict[int, Line | None], lines: list[str]) -> dict[int, Line | None]:
    """Where turns are set apart by blank lines, a line like "we meet at 10:20" inside a turn opens none."""
    apart = {number for number in found if number == 0 or not lines[number - 1] or MARKER.fullmatch(lines[number - 1])}
    if len(apart) < 2:
        return {number: one for number, one in found.items() if number + 1 < len(lines) and lines[number + 1]}
    known = {one.name for number, one in found.items() if one and number in apart}
    return {number: one for number, one in found.items() if number in apart or (one and one.name in known)}


def _turns(lines: list[str], heads: dict[int, Line | None], clock: Clock) -> list[Turn]:
    found: list[Turn] = []
    for turn, dated in _raw(lines, heads, clock):
        said = turn.text.strip()
        if said and not SYSTEM.fullmatch(said):
            media = next((kind for kind, pattern in MEDIA_OF.items() if pattern.fullmatch(said)), "")
            found.append(replace(turn, text=said, media=media, at=clock.settled(dated)))
    return found


def _raw(lines: list[str], heads: dict[int, Line | None], clock: Clock) -> Iterator[tuple[Turn, int | None]]:
    """Each turn as it stands, with the number under which the clock knows its moment."""
    raw: list[tuple[Turn, int | None]] = []
    open_one = False
    for number, line in enumerate(lines):
        if number in heads:
            head = heads[number]
            open_one = head is not None
            if head:
                raw.append((Turn(head.name, head.said), clock.read(head.when)))
        elif MARKER.fullmatch(line) and re.search(r"\d|天|day", line, re.IGNORECASE):
            clock.mark(line)
        elif open_one and not SYSTEM.fullmatch(line):
            turn, dated = raw[-1]
            raw[-1] = (replace(turn, text=f"{turn.text}\n{line}"), dated)
    yield from raw
