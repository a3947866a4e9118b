"""Two wordings side by side: what went is struck out, what came is marked."""

import re
from difflib import SequenceMatcher

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_⺀-鿿]+|\s+|.", re.DOTALL)
MOST = 2_000  # tokens: longer texts are marked as a whole


def marked(before: str, after: str) -> tuple[SafeString, SafeString]:
    """Both texts, escaped, with `<del>` in the first and `<ins>` in the second."""
    if before == after:
        return escape(before), escape(after)
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    if max(len(old), len(new)) > MOST:
        return format_html("<del>{}</del>", before), format_html("<ins>{}</ins>", after)
    left, right = [], []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left.append(_in("del", old[i:j], kind))
        right.append(_in("ins", new[k:m], kind))
    return mark_safe("".join(left)), mark_safe("".join(right))


def _in(tag: str, tokens: list[str], kind: str) -> str:
    said = escape("".join(tokens))
    return f"<{tag}>{said}</{tag}>" if said.strip() and kind != "equal" else said
