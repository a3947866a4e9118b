"""Trying a prototype, and what follows from it."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.projects.errors import NewerVersion
from zhike.domains.projects.models.of_project import stands
from zhike.domains.projects.quality.models import Defect
from zhike.domains.requirements.choices import Source
from zhike.domains.requirements.models import Requirement
from zhike.domains.requirements.tryouts import events
from zhike.domains.requirements.tryouts.choices import State
from zhike.domains.requirements.tryouts.errors import FollowedUp, NotTried
from zhike.domains.requirements.tryouts.steps import NoteForm, PointForm, WantForm, WrongForm


class Trying:
    done_on: Any

    @transition(
        source=State.OPEN, may=may_work, when=stands, tells=events.NOTED, label=_("Note how it went"), icon="note",
        form=NoteForm,
    )  # fmt: skip
    def note(self: Any, *, by: Any, errand: Any, went: str, reaction: str = "") -> dict[str, Any]:
        errand.write_down(went, reaction, theirs=False)
        return {"name": str(self), "errand": errand.text, "went": str(went), "reaction": reaction[:200]}

    @transition(
        source=State.OPEN, may=may_work, when=stands, tells=events.POINTED, label=_("Note where they pointed"),
        icon="pin", form=PointForm,
    )  # fmt: skip
    def point(self: Any, *, by: Any, errand: Any, text: str, x: Any, y: Any) -> dict[str, Any]:
        """A pin of the contact on the version that is tried, kept by this errand. Raises NewerVersion, WrongState."""
        if self.version_tried != self.deliverable.current:
            raise NewerVersion
        self.deliverable.pin(by=by, x=x, y=y, text=text, contact=self.contact)
        errand.pins.add(self.deliverable.pins.latest("pk"))
        return {"name": str(self), "who": self.contact.called, "errand": errand.text, "reaction": text[:200]}

    @transition(
        source=State.OPEN, target=State.DONE, may=may_nobody, when=stands, tells=events.SENT_IN,
        label=_("Note what they sent in"), icon="in",
    )  # fmt: skip
    def send_in(self: Any, *, by: Any, said: Mapping[int, tuple[str, str]]) -> dict[str, Any]:
        """How it went and what the contact wrote, by the number of the errand."""
        for errand in self.errands.filter(pk__in=said):
            went, reaction = said[errand.pk]
            if went:
                errand.write_down(went, reaction, theirs=True)
        self.done_on = timezone.localdate(moment())
        people = [{"id": self.owner_id, "text": str(self.owner)}]
        return {"name": str(self), "who": self.contact.called, "people": people}

    @transition(
        source=State.OPEN, target=State.DONE, may=may_work, when=stands, tells=events.CLOSED,
        label=pgettext_lazy("tryout", "It was tried"), icon="check", look="primary",
    )  # fmt: skip
    def close(self: Any, *, by: Any) -> dict[str, Any]:
        self.done_on = timezone.localdate(moment())
        return {"name": str(self)}

    @transition(
        may=may_work, when=stands, tells=events.WANTED, label=_("Make a requirement of it"), icon="list", form=WantForm
    )
    def want(self: Any, *, by: Any, errand: Any, statement: str, kind: str) -> dict[str, Any]:
        """It names this tryout as where it was heard. Raises NotTried, FollowedUp."""
        _check(errand)
        errand.requirement = Requirement.objects.add(
            by=by, client=self.client, project=self.project, contact=self.contact, owner=by, kind=kind,
            statement=statement, quote=errand.heard[:2_000], source=Source.TRIAL, source_text=self._where(errand),
            source_type=self._meta.label_lower, source_id=self.pk,
        )  # fmt: skip
        errand.save(update_fields=["requirement"])
        return {"name": str(self), "errand": errand.text, "what": str(errand.requirement)}

    @transition(
        may=may_work, when=stands, tells=events.WRONG, label=_("Make a defect of it"), icon="warning", form=WrongForm
    )
    def find_wrong(self: Any, *, by: Any, errand: Any, title: str, severity: int) -> dict[str, Any]:
        """A defect of the deliverable, found by the contact. Raises NotTried, FollowedUp."""
        _check(errand)
        text = f"{self._where(errand)}: {errand.text}\n{errand.heard}".strip()
        errand.defect = Defect.objects.add(
            by=by, deliverable=self.deliverable, title=title, severity=severity, text=text, contact=self.contact,
            owner=self.deliverable.owner,
        )  # fmt: skip
        errand.save(update_fields=["defect"])
        return {"name": str(self), "errand": errand.text, "what": title}

    def _where(self: Any, errand: Any) -> str:
        return gettext("%(tryout)s, errand %(number)d") % {"tryout": self.reference, "number": errand.place}


def _check(errand: Any) -> None:
    errand.refresh_from_db()
    if not errand.went:
        raise NotTried
    if errand.requirement_id or errand.defect_id:
        raise FollowedUp
