"""Which characters stand for a client or a person. Pure."""

import re

PLACE = re.compile(
    r"^(?:中国|北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|成都|武汉|西安|宁波|厦门|青岛|长沙|郑州)(?:市)?(?=\w{2})"
    r"|^[\u4e00-\u9fff]{2,3}[省市](?=\w{2})"
)
HAN = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[^\W\d_]+")


def seal_mark(name: str) -> str:
    """One character for a client: the first that is its own, past the place ("杭州晴川医疗" → 晴, "The Tea Co" → T)."""
    own = PLACE.sub("", name.strip())
    own = re.sub(r"^(the|a|an)\s+(?=\w)", "", own, flags=re.IGNORECASE)
    found = re.search(r"\w", own)
    return found.group().upper() if found else "·"


def initials(name: str) -> str:
    """A person's surname in Chinese (林娜 → 林), else up to two initials (Lena Lin → LL)."""
    name = name.strip()
    if HAN.match(name):
        return name[0]
    words = WORD.findall(HAN.sub(" ", name))
    if not words:
        return (name[:1] or "·").upper()
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def hue(identity: int | None) -> int:
    """One of six hues, the same for the same client for ever."""
    return 1 + (identity or 0) % 6
