"""Cells that a spreadsheet would run: an apostrophe in front makes them text, and the import takes one off again.

A text that begins with apostrophes and such a sign gets one more, so that what comes back is what went out.
"""

import re

_FIRST = frozenset("'=+-@\t\r＝＋－＠")
RUN = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
HELD = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def neutral(text: str) -> str:
    return f"'{text}" if text[:1] in _FIRST and RUN.match(text) else text


def restored(text: str) -> str:
    """What `neutral` was given."""
    return text[1:] if HELD.match(text) else text
