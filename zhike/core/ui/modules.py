"""Joins small ES modules into one, so that a page asks once. Pure text in, text out.

What is asked of a module: it imports only by one line from "./start.js", and only start.js exports.
"""

import re
from collections.abc import Sequence
from pathlib import Path

IMPORT = re.compile(r'^import \{[^}]*\} from "\./start\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(async )?function |const |let |class )", re.MULTILINE)


def joined(paths: Sequence[Path]) -> str:
    """start.js, then each other module in a block of its own. ValueError names a module that cannot be joined."""
    first = [path for path in paths if path.name == "start.js"]
    return "\n".join(_body(path) for path in [*first, *(path for path in paths if path not in first)])


def _body(path: Path) -> str:
    text = path.read_text()
    if path.name == "start.js":
        return EXPORT.sub("", text)
    body = IMPORT.sub("", text)
    if re.search(r"^(import|export)\b", body, re.MULTILINE):
        raise ValueError(f"{path.name} may import only from ./start.js, on one line, and export nothing")
    return f"{{\n{body}}}\n"
