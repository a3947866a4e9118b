"""A plan as JSON: what a baseline keeps of it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from zhike.agreements.twins.keeping import wordings_of
from zhike.agreements.twins.spoken import all_spoken, spoken

Content = dict[str, Any]
PLAIN = ("name", "starts_on", "ends_on", "budget", "currency", "why")
LISTED = ("scope", "excluded", "constraints")
PARTS: dict[str, tuple[str, ...]] = {
    "goals": ("title", "measure", "baseline", "target", "due_on"),
    "phases": ("title", "starts_on", "ends_on"),
    "milestones": ("title", "due_on"),
    "tasks": ("title", "starts_on", "due_on", "hours_low", "hours", "hours_high"),
    "deliverables": ("title", "due_on", "criteria"),
}


def content_of(project: Any) -> Content:
    """In some eleven questions. Records go by their number; days are ISO, hours and money texts; `milestone` is
    a task's; `wordings` says how texts read in the other language.
    """
    found: Content = {name: _kept(getattr(project, name)) for name in PLAIN}
    found |= {name: getattr(project, name).splitlines() for name in LISTED}
    for part, names in PARTS.items():
        records = getattr(project, part).standing().order_by("pk")
        if part == "tasks":
            records = records.exclude(state="dropped")
        found[part] = [_frozen(one, names) for one in records]
    required = project.phases.standing().values_list("requirements__pk", "requirements__text", "requirements__question")
    found["requirements"] = [
        {"id": pk, "title": text or question} for pk, text, question in sorted(set(required)) if pk
    ]  # fmt: skip
    found["wordings"] = wordings_of([spoken(project), *_beneath(project)])
    return found


def _beneath(project: Any) -> Iterator[Any]:
    """What of the project its client reads."""
    for part in ("goals", "phases", "milestones", "deliverables"):
        yield from all_spoken(getattr(project, part).standing())


def is_empty(content: Content) -> bool:
    return not (content["milestones"] or content["tasks"] or content["deliverables"])


def _frozen(record: Any, names: tuple[str, ...]) -> dict[str, Any]:
    kept = {"id": record.pk} | {name: _kept(getattr(record, name)) for name in names}
    if hasattr(record, "hours"):
        kept["milestone"] = record.milestone_id
    return kept


def _kept(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value
