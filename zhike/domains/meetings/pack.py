"""What a meeting begins with: how far each project is, what is in the way with its ways out, what is open between both.

For both sides of the table, so it says what the client knows already: milestones that it sees, problems that it was
told. What waits for an approval of ours is not in it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from zhike.agreements.choices import UNSETTLED, Side
from zhike.agreements.models import Decision, Promise
from zhike.agreements.twins.spoken import all_spoken, in_words, said_in_ledger, spoken
from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.core.documents.registry import document
from zhike.core.documents.sections import Entry, Section, entries, facts, joined, prose, table
from zhike.core.ui.dates import dated_words, full_words
from zhike.domains.meetings.models import Meeting
from zhike.domains.projects.choices import LIVE, MilestoneState, ProjectState
from zhike.domains.projects.models import Project
from zhike.domains.projects.outline import Outline, outline_of
from zhike.domains.projects.risks.choices import State as RiskState
from zhike.domains.projects.risks.models import Risk
from zhike.domains.projects.risks.models.option import in_full

MOST, NEXT = 20, 6
SINCE = timedelta(days=14)  # where the meeting follows none


@document(
    "meetings.meeting",
    "pack",
    template="clients/dossier/typst/dossier.typ",
    label=gettext_lazy("Meeting pack as PDF"),
    for_client=True,
)
def pack(meeting: Meeting, user: User) -> dict[str, Any]:
    """The goal and the agenda, each project of theirs that the person sees, then the ledger's open lines."""
    read = spoken(meeting)
    shown = [_head(meeting), prose(_("Goal"), in_words(read.wordings["goal"]))]
    topics = read.all_of(meeting.topics.filter(parked=False).select_related("person", "contact"))
    agenda = ((one.title, one.goal, one.owner, str(one.minutes or "")) for one in topics)
    shown.append(table(_("Agenda"), (_("Topic"), _("Goal"), _("Who"), _("Minutes")), agenda))
    seen = Project.objects.visible_to(user).standing().filter(client=meeting.client)
    for project in seen.filter(state__in=(ProjectState.AGREED, *LIVE)).order_by("pk"):
        shown += _of_project(project, _since(meeting))
    shown += _of_the_ledger(meeting.client)
    return {
        "kind": _("Meeting pack"), "title": read.title, "subtitle": str(meeting.client), "sections": joined(shown),
    }  # fmt: skip


def _head(meeting: Meeting) -> Section | None:
    rows = (
        (_("Client"), str(meeting.client)), (_("When"), full_words(meeting.starts_at)),
        (pgettext("meeting", "Where"), meeting.place or meeting.video), (_("Leads"), str(meeting.lead)),
    )  # fmt: skip
    return facts(_("Meeting"), rows)


def _since(meeting: Meeting) -> date:
    """The meeting before in the series, else two weeks before this one."""
    before = meeting.former.starts_at if meeting.former else meeting.starts_at - SINCE
    return timezone.localdate(before)


def _of_project(project: Project, since: date) -> Iterator[Section | None]:
    name, outline = spoken(project).name, outline_of(project, timezone.localdate())
    milestones = all_spoken([one for one in outline.milestones if one.client_sees])
    reached = [one for one in milestones if one.reached_on and one.reached_on >= since]
    ahead = [one for one in milestones if one.state == MilestoneState.OPEN]
    yield facts(name, _state(project, outline))
    yield table(
        _("%(project)s: reached since %(day)s") % {"project": name, "day": dated_words(since)},
        (_("Milestone"), _("Day")), ((one.title, dated_words(one.reached_on)) for one in reached),
    )  # fmt: skip
    yield table(
        _("%(project)s: what comes next") % {"project": name},
        (_("Milestone"), _("Day"), _("First planned for"), _("Who")), map(_coming, ahead[:NEXT]),
    )  # fmt: skip
    yield entries(_("%(project)s: waits for you") % {"project": name}, map(_waiting, outline.waiting[:MOST]))
    told = Risk.objects.alive().filter(project=project, state=RiskState.TOLD)[:MOST]
    yield entries(_("%(project)s: to be solved together") % {"project": name}, map(_problem, all_spoken(told)))


def _state(project: Project, outline: Outline) -> tuple[tuple[Any, str], ...]:
    done = _("%(done)s of %(all)s done") % {"done": outline.done, "all": len(outline.counted)}
    slip = ngettext("%(n)d day later", "%(n)d days later", outline.slip) % {"n": outline.slip}
    return (
        (_("State"), project.get_state_display()), (_("Tasks"), done if outline.counted else ""),
        (pgettext("project", "Until"), dated_words(project.ends_on) if project.ends_on else ""),
        (_("Against the first plan"), slip if outline.slip > 0 else ""),
    )  # fmt: skip


def _coming(one: Any) -> tuple[str, ...]:
    moved = dated_words(one.first_due_on) if one.first_due_on != one.due_on else ""
    return (one.title, dated_words(one.due_on), moved, one.contact.called if one.contact else str(one.owner))


def _waiting(one: Any) -> Entry:
    who = getattr(one, "waits_for", None) or getattr(one, "contact", None)
    return Entry(str(one), who.called if who else "", "", dated_words(one.due_on) if one.due_on else "")


def _problem(risk: Any) -> Entry:
    """With the ways out that they were told, and the one that they chose."""
    ways = [f"– {in_full(one)}" for one in risk.all_of(risk.options.all())]
    chosen = [_("Chosen: %(what)s") % {"what": risk.of(risk.chosen).words}] if risk.chosen_id else []
    return Entry(risk.title, str(risk.get_kind_display()), risk.effect, "\n".join([*ways, *chosen]))


def _of_the_ledger(client: Client) -> Iterator[Section | None]:
    """What waits for their word, and what each side still owes the other."""
    undecided = all_spoken(Decision.objects.standing().free().filter(client=client, state__in=UNSETTLED).order_by("pk"))
    yield entries(_("Waits for your word"), (Entry(said_in_ledger(one).first, "", one.question) for one in undecided))
    owed = Promise.objects.owed().free().filter(client=client).select_related("contact", "person")
    columns = (_("What"), _("Who"), _("Day"))
    for side, label in ((Side.US, _("We owe you")), (Side.THEM, _("You owe us"))):
        yield table(label, columns, map(_promised, owed.filter(side=side).order_by("due_on", "pk")[:MOST]))


def _promised(one: Any) -> tuple[str, ...]:
    who = one.person if one.side == Side.US else one.contact and one.contact.called
    return (said_in_ledger(one).first, str(who or ""), dated_words(one.due_on) if one.due_on else "")
