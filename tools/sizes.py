"""Files and functions stay small enough to read in one sitting: STYLE rule 3. Tests and migrations are exempt."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FUNCTION = 50
FILES = {".py": 300, ".html": 80, ".js": 80}
PLACES = ("zhike", "tools", "bench", "bin")
SCRIPT = 40
EXEMPT = {"tests", "migrations", "vendor", "node_modules", "__pycache__"}


def main() -> int:
    faults = list(oversized(ROOT))
    print("\n".join(faults) or "sizes: all within their limits")
    return int(bool(faults))


def oversized(root: Path) -> Iterator[str]:
    """A sentence for each file or function over its limit."""
    for place in PLACES:
        for path in sorted((root / place).rglob("*")):
            if path.is_file() and not EXEMPT & set(path.relative_to(root).parts):
                yield from _of_file(path, path.relative_to(root))


def _of_file(path: Path, name: Path) -> Iterator[str]:
    limit = SCRIPT if name.parts[0] == "bin" else FILES.get(path.suffix)
    if limit is None:
        return
    source = path.read_text(encoding="utf-8")
    if (lines := len(source.splitlines())) > limit:
        yield f"{name}: {lines} lines, at most {limit}"
    if path.suffix == ".py":
        yield from _of_functions(source, name)


def _of_functions(source: str, name: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION:
                yield f"{name}:{node.lineno}: {node.name} has {lines} lines, at most {FUNCTION}"


if __name__ == "__main__":
    sys.exit(main())
