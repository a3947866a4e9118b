"""Names and notes the house does not use: STYLE rules 4 and 15, and promises in comments instead of code."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMES = {"utils", "util", "helpers", "helper", "services", "service", "managers", "manager", "common", "misc"}
PROMISES = re.compile(
    r"(?:#|//|/\*|<!--).*\b(?:TODO|FIXME|XXX|HACK)\b|raise NotImplementedError"
    r"|pytest\.(?:skip|mark\.(?:skip|xfail))|coming soon"
)
SUFFIXES = {".py", ".html", ".js", ".css"}
EXEMPT = {"vendor", "node_modules", "__pycache__"}


def main() -> int:
    faults = list(unwanted(ROOT))
    print("\n".join(faults) or "words: none unwanted")
    return int(bool(faults))


def unwanted(root: Path) -> Iterator[str]:
    """A sentence for each file of an unwanted name, and each line with a promise."""
    for place in ("zhike", "tests", "bench"):
        for path in sorted((root / place).rglob("*")):
            name = path.relative_to(root)
            if path.suffix not in SUFFIXES or EXEMPT & set(name.parts):
                continue
            if path.suffix == ".py" and path.stem in NAMES:
                yield f"{name}: name the file after what it does, not {path.stem!r}"
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if found := PROMISES.search(line):
                    yield f"{name}:{number}: {found[0]}: do it now, or write an issue"


if __name__ == "__main__":
    sys.exit(main())
