"""Writes docs/areas/events.md from the declared kinds: `python -m tools.event_docs`."""

import os
from pathlib import Path

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

    lines = [
        f"| `{kind.name}` | {kind.sentence} | {'yes' if kind.client_sees else 'no'} | {', '.join(kind.personal) or '–'} |\n"
        for kind in sorted(KINDS.values(), key=lambda kind: kind.name)
    ]
    page = Path(__file__).resolve().parents[1] / "docs" / "areas" / "events.md"
    page.write_text(HEAD + "".join(lines))


if __name__ == "__main__":
    main()
