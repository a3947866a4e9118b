"""Writes docs/areas/events.md from the declared kinds: `python -m tools.event_docs`."""

import os
from pathlib import Path
from typing import Any

import django

HEAD = """# Events

What can happen, as declared in each area's `events.py`. This page is written by `python -m tools.event_docs`.

| kind | sentence | client may see it | personal facts |
|---|---|---|---|
"""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhike.config.settings")
    os.environ.setdefault("DATABASE_URL", "postgresql://nowhere/nothing")
    django.setup()
    from zhike.core.timeline.kinds import KINDS

    lines = [_line(kind) for kind in sorted(KINDS.values(), key=lambda kind: kind.name)]
    page = Path(__file__).resolve().parents[1] / "docs" / "areas" / "events.md"
    page.write_text(HEAD + "".join(lines))


def _line(kind: Any) -> str:
    seen, personal = "yes" if kind.client_sees else "no", ", ".join(kind.personal) or "–"
    return f"| `{kind.name}` | {kind.sentence} | {seen} | {personal} |\n"


if __name__ == "__main__":
    main()
