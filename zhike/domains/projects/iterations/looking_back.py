"""What came of an iteration and what moved in the plan while it ran, kept with its review."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from zhike.core.ui.dates import dated_words
from zhike.domains.projects.iterations.choices import Fate
from zhike.domains.projects.models.milestone import Move


def looked_back(iteration: Any) -> dict[str, Any]:
    """`done`, `next`, `back`, `dropped`, `later`: titles of tasks; `moves`: milestones with their days and reasons."""
    taken = list(iteration.taken.select_related("task"))
    by_fate = {str(fate): [one.task.title for one in taken if one.fate == fate] for fate in Fate}
    later = [one.task.title for one in taken if one.later]
    return by_fate | {"later": later, "moves": _moves(iteration)}


def _moves(iteration: Any) -> list[dict[str, str]]:
    """What the client does not see stays with us."""
    moves = Move.objects.filter(milestone__project=iteration.project_id, milestone__client_sees=True)
    if iteration.begun_at:
        moves = moves.filter(moved_at__gte=iteration.begun_at)
    return [
        {"title": one.milestone.title, "was": one.was.isoformat(), "now": one.due_on.isoformat(), "reason": one.reason}
        for one in moves.select_related("milestone").order_by("pk")
    ]


def words_of(iteration: Any) -> str:
    """The review in a few lines, for the client; in the language of the moment."""
    kept = iteration.review
    span = {"from": dated_words(iteration.starts_on), "until": dated_words(iteration.ends_on)}
    lines = [f"{iteration}: " + _("%(from)s until %(until)s") % span]
    lines += [iteration.outcome] if iteration.outcome else []
    said = (
        ("done", _("Finished: %(what)s")), ("next", _("Goes on: %(what)s")), ("back", _("Put off: %(what)s")),
        ("dropped", _("Not done any more: %(what)s")),
    )  # fmt: skip
    lines += [words % {"what": _("; ").join(kept[name])} for name, words in said if kept[name]]
    lines += [_moved(one) for one in moves_of(iteration)]
    return "\n".join(lines)


def moves_of(iteration: Any) -> list[dict[str, Any]]:
    """What was kept of milestones that moved, with days as days."""
    kept = iteration.review.get("moves", [])
    return [one | {name: date.fromisoformat(one[name]) for name in ("was", "now")} for one in kept]


def _moved(one: dict[str, Any]) -> str:
    days = {name: dated_words(one[name]) for name in ("was", "now")}
    return _("%(title)s moves from %(was)s to %(now)s: %(reason)s") % (one | days)
