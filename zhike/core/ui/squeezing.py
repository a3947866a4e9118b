"""Takes what only its reader needs out of a script or a stylesheet: comments, indents, empty lines."""

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def sheet(text: str) -> str:
    return _lines(_COMMENT.sub("", text))


def script(text: str) -> str:
    """ValueError for a text in backticks over several lines, whose indents would count."""
    for line in text.splitlines():
        if line.count("`") % 2:
            raise ValueError(f"a text in backticks must end on its line: {line.strip()}")
    return _lines(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def _lines(text: str) -> str:
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
