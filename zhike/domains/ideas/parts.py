"""Ideas on other pages, and what of them is owed by a day."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.base.markdown import plain
from zhike.core.pages.calendar import Item, calendar_source
from zhike.core.pages.owed import Owed, Scope, owed_source
from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.domains.ideas.choices import State
from zhike.domains.ideas.models import Idea
from zhike.domains.ideas.shown import state_badge

IN_RAIL, IN_MAIN = 3, 8
QUOTE = 400  # characters: the address must stay short
LABEL = pgettext_lazy("part", "Ideas")


def _with_badges(found: Any) -> list[Any]:
    shown: list[Any] = list(found.select_related("person", "contact"))
    for one in shown:
        one.badge = state_badge(one)
    return shown


@part("clients.rail", template="ideas/rail.html", label=LABEL, order=28, about=("ideas.Idea.client",))
def client_ideas(client: Any, _reader: Reader) -> dict[str, Any] | None:
    """The latest that are neither kept nor dropped."""
    found = _with_badges(Idea.objects.alive().filter(client=client).order_by("-pk")[:IN_RAIL])
    more = (f"{reverse('ideas:list')}?client={client.pk}", gettext("All"))
    return {"ideas": found, "more": more} if found else None


@part("projects.main", template="ideas/of_project.html", label=LABEL, order=35, about=("ideas.Idea.project",))
def project_ideas(project: Any, _reader: Reader) -> dict[str, Any] | None:
    found = _with_badges(Idea.objects.standing().filter(project=project).order_by("-pk")[:IN_MAIN])
    more = (f"{reverse('ideas:board')}?project={project.pk}", gettext("Board"))
    return {"ideas": found, "more": more} if found else None


@part("requirements.rail", template="ideas/origin.html", label=pgettext_lazy("part", "Began as an idea"), order=30,
      about=("ideas.Idea.requirement",))  # fmt: skip
def origin(requirement: Any, _reader: Reader) -> dict[str, Any] | None:
    found = Idea.objects.filter(requirement=requirement).select_related("person", "contact").first()
    return {"idea": found} if found else None


@part("projects.menu", template="ideas/menu.html", order=45, name="note_an_idea")
def idea_for_project(project: Any, reader: Reader) -> dict[str, Any] | None:
    return _note(project, reader, client=project.client_id, project=project.pk)


@part("clients.menu", template="ideas/menu.html", order=45, name="note_an_idea")
def idea_for_client(client: Any, reader: Reader) -> dict[str, Any] | None:
    return _note(client, reader, client=client.pk)


@part("conversations.rail", template="ideas/note.html", label=pgettext_lazy("part", "Idea"), order=64)
def idea_that_was_said(conversation: Any, reader: Reader) -> dict[str, Any] | None:
    """A link to the form, filled in with what was said and by whom of theirs."""
    contact = conversation.contacts.values_list("pk", flat=True).first()
    text = plain(conversation.text)[:QUOTE]
    return _note(conversation, reader, client=conversation.client_id or "", contact=contact or "", text=text,
                 source_text=conversation.reference)  # fmt: skip


@part("meetings.rail", template="ideas/note.html", label=pgettext_lazy("part", "Idea"), order=64)
def idea_of_a_meeting(meeting: Any, reader: Reader) -> dict[str, Any] | None:
    return _note(meeting, reader, client=meeting.client_id or "", source_text=meeting.reference)


def _note(record: Any, reader: Reader, **said: Any) -> dict[str, Any] | None:
    if record.archived_at or not Idea.may_add(reader.user, None):
        return None
    return {"note_url": f"{reverse('ideas:add')}?{urlencode(said)}"}


@owed_source("ideas", label=_("Trial of an idea"), icon="idea")
def trials(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Trials that end by a day: then it is said whether the idea is kept."""
    seen = Idea.objects.visible_to(reader.user).standing().filter(state=State.TRIAL).exclude(trial_until=None)
    for one in scope.of(seen.select_related("client").order_by("trial_until", "pk"), owner="owner"):
        title = gettext("Decide about the idea: %(what)s") % {"what": one.title}
        where = reverse("ideas:detail", args=[one.reference])
        yield Owed(one.trial_until, title, where, one.reference, person=one.owner_id, client=one.client)


@calendar_source("ideas", label=_("Trials of ideas"))
def calendar(reader: Reader, people: Collection[int], first: date, last: date) -> Iterator[Item]:
    """Days on which trials of these people end."""
    one: Any
    seen = Idea.objects.visible_to(reader.user).standing().filter(state=State.TRIAL, owner__in=people)
    for one in seen.filter(trial_until__range=(first, last)).select_related("client"):
        where = reverse("ideas:detail", args=[one.reference])
        yield Item(one.trial_until, one.title, where, "idea", client=str(one.client or ""))


@belonging("ideas", label=pgettext_lazy("part", "Ideas"))
def owned_ideas(person: Any) -> Any:
    return Idea.objects.alive().filter(owner=person)
