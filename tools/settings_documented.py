"""Each setting that the environment may give is in docs/operate/settings.md, and none that does not exist."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READERS = {"text", "flag", "number", "names"}
PAGE = ROOT / "docs/operate/settings.md"


def main() -> int:
    read, told = set(settings_read(ROOT / "zhike")), set(re.findall(r"^\| `([A-Z_]+)`", PAGE.read_text(), re.M))
    faults = [f"{name} is read, but not in {PAGE.name}" for name in sorted(read - told)]
    faults += [f"{name} is in {PAGE.name}, but nothing reads it" for name in sorted(told - read)]
    print("\n".join(faults) or "settings: all documented")
    return int(bool(faults))


def settings_read(package: Path) -> Iterator[str]:
    """Names given to the readers of zhike/config/environment.py, and to os.environ in the command line."""
    for path in sorted([*package.glob("config/*.py"), *package.glob("surfaces/shell/*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.args[0].value
                if _reader(node.func) and isinstance(name, str) and re.fullmatch(r"(ZHIKE_|DATABASE_)[A-Z_]+", name):
                    yield name


def _reader(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id in READERS
    return isinstance(called, ast.Attribute) and called.attr in {*READERS, "get"}


if __name__ == "__main__":
    sys.exit(main())
