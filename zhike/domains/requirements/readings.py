"""The story map of a project for programs and assistants: `/api/v1/projects/PJ-1/story_map`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.readings import LINK, TEXT, made_of, or_null
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading
from zhike.domains.requirements.story_map import story_map_of

CARD = made_of({"reference": TEXT, "statement": TEXT, "kind": TEXT, "state": TEXT, "version": {"type": "integer"}})
CELL = made_of({"activity": or_null(LINK), "requirements": {"type": "array", "items": CARD}})
ROW = made_of({"phase": or_null(LINK), "cells": {"type": "array", "items": CELL}})


@reading(
    "projects.project", "story_map", label=gettext_lazy("Story map"), tells=("projects", "phases", "requirements"),
    schema=made_of({"rows": {"type": "array", "items": ROW}}),
    about="The story map of a project: its phases from the first to the last, in each the activities of the client's "
    "people from left to right, below each activity what is wanted, the soonest first. Null: in no phase, below no "
    "activity. The step `move` of a requirement puts it elsewhere; say as `seen` the version that was read.",
)  # fmt: skip
def story_map(project: Any, _reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    return {
        "rows": [
            {
                "phase": _link(row.phase),
                "cells": [
                    {"activity": _link(cell.activity), "requirements": [_card(one) for one in cell.cards]}
                    for cell in row.cells
                ],
            }
            for row in story_map_of(project).rows
        ]
    }


def _link(record: Any) -> dict[str, str] | None:
    return {"reference": record.reference, "name": str(record)} if record is not None else None


def _card(one: Any) -> dict[str, Any]:
    same = ("reference", "statement", "kind", "state", "version")
    return {name: getattr(one, name) for name in same}
