"""What came of an iteration and what moved in the plan while it ran, kept with its review."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from zhike.agreements.twins.keeping import said_from, wordings_of
from zhike.agreements.twins.said import Said
from zhike.agreements.twins.spoken import all_spoken, spoken
from zhike.core.ui.dates import dated_words
from zhike.domains.projects.iterations.choices import Fate
from zhike.domains.projects.models.milestone import Move


def looked_back(iteration: Any) -> dict[str, Any]:
    """`done`, `next`, `back`, `dropped`, `later`: titles of tasks; `moves`: milestones with their days and reasons.
    `wordings`: how these read in the other language.
    """
    taken = list(iteration.taken.select_related("task"))
    by_fate = {str(fate): [one.task.title for one in taken if one.fate == fate] for fate in Fate}
    later = [one.task.title for one in taken if one.later]
    moves = list(_of_milestones(iteration))
    moved = all_spoken({one.milestone_id: one.milestone for one in moves}.values())
    why = [one.of(move) for one in moved for move in moves if move.milestone_id == one.pk]
    read = [*all_spoken([one.task for one in taken]), *moved, *why]
    return by_fate | {"later": later, "moves": _moves(iteration), "wordings": wordings_of(read)}


def _of_milestones(iteration: Any) -> Any:
    """What the client does not see stays with us."""
    moves = Move.objects.filter(milestone__project=iteration.project_id, milestone__client_sees=True)
    if iteration.begun_at:
        moves = moves.filter(moved_at__gte=iteration.begun_at)
    return moves.select_related("milestone").order_by("pk")


def _moves(iteration: Any) -> list[dict[str, str]]:
    return [
        {"title": one.milestone.title, "was": one.was.isoformat(), "now": one.due_on.isoformat(), "reason": one.reason}
        for one in _of_milestones(iteration)
    ]


def words_of(iteration: Any) -> str:
    """The review in a few lines, for the client; in the language of the moment."""
    kept, read = iteration.review, spoken(iteration)
    span = {"from": dated_words(iteration.starts_on), "until": dated_words(iteration.ends_on)}
    lines = [f"{read}: " + _("%(from)s until %(until)s") % span]
    lines += [read.outcome] if read.outcome else []
    said = (
        ("done", _("Finished: %(what)s")), ("next", _("Goes on: %(what)s")), ("back", _("Put off: %(what)s")),
        ("dropped", _("Not done any more: %(what)s")),
    )  # fmt: skip
    lines += [
        words % {"what": _("; ").join(_told(kept, one) for one in kept[name])} for name, words in said if kept[name]
    ]
    lines += [_moved(kept, one) for one in moves_of(iteration)]
    return "\n".join(lines)


def parts_of(iteration: Any) -> list[Said]:
    """All texts that the review is made of."""
    kept = iteration.review
    titles = [title for name in ("done", "next", "back", "dropped") for title in kept[name]]
    titles += [one[name] for one in kept.get("moves", []) for name in ("title", "reason") if one[name]]
    of_others = [said_from(kept.get("wordings", {}), one) for one in titles]
    return [*spoken(iteration).say_of("title", "outcome"), *of_others]


def _told(kept: dict[str, Any], text: str) -> str:
    return said_from(kept.get("wordings", {}), text).first


def moves_of(iteration: Any) -> list[dict[str, Any]]:
    """What was kept of milestones that moved, with days as days."""
    kept = iteration.review.get("moves", [])
    return [one | {name: date.fromisoformat(one[name]) for name in ("was", "now")} for one in kept]


def _moved(kept: dict[str, Any], one: dict[str, Any]) -> str:
    days = {name: dated_words(one[name]) for name in ("was", "now")}
    said = {name: _told(kept, one[name]) for name in ("title", "reason")}
    return _("%(title)s moves from %(was)s to %(now)s: %(reason)s") % (said | days)
