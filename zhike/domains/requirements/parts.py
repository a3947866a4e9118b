"""Requirements on other pages: the client's, the project's, the phase's; and noting one where it was said."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.base.markdown import plain
from zhike.core.pages.parts import part, standing_of
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.domains.projects.gates import gate
from zhike.domains.requirements import asking_again, moving_back, readings  # noqa: F401  (declared there)
from zhike.domains.requirements.choices import LIVING, Source, State
from zhike.domains.requirements.churn import baseline_day, churn_of
from zhike.domains.requirements.conflict_pages import conflict_badge
from zhike.domains.requirements.models import Conflict, Requirement
from zhike.domains.requirements.shown import state_badge

SHOWN, ON_THE_TAB = 3, 100
QUOTE = 400  # characters: the address must stay short
GROUPS = (
    (pgettext_lazy("of requirements", "Not agreed yet"), (State.RAW, State.ANALYSED, State.ASKED)),
    (pgettext_lazy("of requirements", "Agreed"), (State.AGREED, State.BUILDING)),
    (pgettext_lazy("of requirements", "Built"), (State.BUILT,)),
    (pgettext_lazy("of requirements", "Not built"), (State.PARKED, State.DECLINED, State.DROPPED)),
)


def _with_badges(found: Iterable[Any]) -> list[Any]:
    shown = list(found)
    for one in shown:
        one.badge = state_badge(one)
    return shown


@part(
    "clients.rail", template="requirements/rail.html", label=_("What they want"), order=26,
    about=("requirements.Requirement.client",),
)  # fmt: skip
def wanted(client: Any, _reader: Reader) -> dict[str, Any] | None:
    """How many are agreed, and the first that are not."""
    living = list(Requirement.objects.living().filter(client=client).order_by("pk"))
    unagreed = [one for one in living if one.state not in (State.AGREED, State.BUILDING)]
    told = {"unagreed": _with_badges(unagreed[:SHOWN]), "agreed": len(living) - len(unagreed), "all": len(living)}
    return told | {"more": ("?tab=requirements", gettext("All"))} if living else None


@part(
    "clients.tab",
    template="requirements/tab.html",
    label=_("Requirements"),
    name="requirements",
    order=8,
    counts=standing_of(Requirement),
)
def requirements(client: Any, reader: Reader) -> dict[str, Any]:
    """All of them, by how far they are; before them, where their own people contradict each other."""
    known = (
        Requirement.objects.standing()
        .filter(client=client)
        .select_related("contact", "project")
        .order_by("-priority", "-pk")
    )
    may_add = not client.archived_at and Requirement.may_add(reader.user, None)
    clashes: list[Any] = list(Conflict.objects.open().filter(client=client).select_related("decider").order_by("pk"))
    for one in clashes:
        one.badge = conflict_badge(one)
    told = {"may_add": may_add, "add": {"client": client.pk}, "conflicts": clashes}
    return _grouped(known[:ON_THE_TAB]) | told


@part("projects.main", template="requirements/of_project.html", label=_("What is wanted"), order=30)
def of_project(project: Any, reader: Reader) -> dict[str, Any] | None:
    """Those of the project; nothing where it has none and nobody may add one."""
    known = (
        Requirement.objects.standing()
        .filter(project=project)
        .select_related("contact", "project")
        .order_by("-priority", "pk")
    )
    every = list(known)
    told = _grouped(every[:ON_THE_TAB])
    since, baseline = baseline_day(project)
    may_add = not project.archived_at and project.ended_on is None and Requirement.may_add(reader.user, None)
    if not (told["any"] or may_add):
        return None
    return told | {
        "may_add": may_add,
        "add": {"client": project.client_id, "project": project.pk},
        "churn": churn_of(every, since) if since else None,
        "baseline": baseline,
        "more": (reverse("project_story_map", args=[project.reference]), gettext("Story map")) if told["any"] else None,
    }


@part("projects.menu", template="requirements/menu.html", order=40)
def map_and_ranking(project: Any, reader: Reader) -> dict[str, Any] | None:
    return {"may_rank": project.archived_at is None and Requirement.may_add(reader.user, None)}


@part("phases.main", template="requirements/of_phase.html", label=_("Must be agreed before it begins"), order=20)
def of_phase(phase: Any, _reader: Reader) -> dict[str, Any] | None:
    """What is not agreed yet."""
    found = _with_badges(Requirement.objects.unagreed().filter(phase=phase).select_related("contact").order_by("pk"))
    return {"requirements": found, "count": len(found)} if found else None


@part("goals.main", template="requirements/of_goal.html", label=_("What serves it"), order=20)
def of_goal(goal: Any, reader: Reader) -> dict[str, Any] | None:
    """What is wanted for its sake, and a way to note more."""
    found = _with_badges(goal.wanted.standing().select_related("contact").order_by("pk"))
    may = goal.archived_at is None and goal.project.ended_on is None and Requirement.may_add(reader.user, None)
    said = {"client": goal.project.client_id, "project": goal.project_id, "goal": goal.pk}
    more = (f"{reverse('requirements:add')}?{urlencode(said)}", gettext("Note a requirement"))
    return {"requirements": found, "count": len(found), "more": more if may else None} if found or may else None


@gate
def unagreed(phase: Any) -> Iterable[Any]:
    """What is written down in the ledger holds it back there; here is what has not come that far."""
    return Requirement.objects.unagreed().filter(phase=phase).exclude(state=State.ASKED).order_by("pk")


@part("conversations.rail", template="requirements/note.html", label=_("Requirement"), order=62)
def note_what_was_said(conversation: Any, reader: Reader) -> dict[str, Any] | None:
    """A link to the form, filled in with what was said, by whom and where."""
    contact = conversation.contacts.values_list("pk", flat=True).first()
    return _note(conversation, reader, Source.TALK, statement=plain(conversation.text)[:QUOTE], contact=contact or "")


@part("meetings.rail", template="requirements/note.html", label=_("Requirement"), order=62)
def note_what_was_wanted(meeting: Any, reader: Reader) -> dict[str, Any] | None:
    return _note(meeting, reader, Source.MEETING)


def _note(record: Any, reader: Reader, source: str, **said: Any) -> dict[str, Any] | None:
    if record.archived_at or not Requirement.may_add(reader.user, None):
        return None
    told = {"client": record.client_id, "source": source, "source_text": record.reference, **said}
    return {"note_url": f"{reverse('requirements:add')}?{urlencode(told)}"}


def _grouped(known: Any) -> dict[str, Any]:
    found = _with_badges(known)
    groups = [(words, [one for one in found if one.state in states]) for words, states in GROUPS]
    return {"groups": [one for one in groups if one[1]], "any": bool(found), "count": len(found)}


@belonging("requirements", label=_("Requirements"))
def owned(person: Any) -> Any:
    return Requirement.objects.standing().filter(state__in=LIVING, owner=person)
