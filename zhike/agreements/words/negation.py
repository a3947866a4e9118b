"""Whether a text denies what it speaks of."""

import re

_ENGLISH = re.compile(
    r"\b(?:not(?! only)|never|no(?! later| problem| doubt| matter)|none|neither|nor|cannot|without|nobody|nothing)\b"
    r"|n't\b",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    "不(?!变|仅|但|过(?!问)|断|同|少|止|限于|动产|管|论|超过|低于|高于|晚于|迟于|早于)|没(?!问题|收)|未(?!来)"
    "|无(?!论|线|障碍)|勿|禁止|拒绝|免于|别(?!人|的)"
)
_NOT_DENYING = re.compile("差不多|不得不|特别|分别|类别|级别|个别|性别|区别|来不及|了不起|对不起|不好意思")


def denies(text: str, chinese: bool) -> bool:
    """Whether there is any denial: two in one sentence are read as one, since people seldom mean the contrary."""
    return bool(_CHINESE.search(_NOT_DENYING.sub("", text)) if chinese else _ENGLISH.search(text))
