"""Asking, answering, and making requirements of what was answered."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.projects.models.of_project import stands
from zhike.domains.requirements.inquiries import events
from zhike.domains.requirements.inquiries.choices import State
from zhike.domains.requirements.inquiries.errors import BecameOne, NothingSaid
from zhike.domains.requirements.inquiries.steps import BecomeForm, NoteForm
from zhike.domains.requirements.models import Requirement


class Asking:
    done_on: Any

    @transition(
        source=State.OPEN, may=may_work, when=stands, tells=events.NOTED, label=_("Note an answer"), icon="note",
        form=NoteForm,
    )  # fmt: skip
    def note(self: Any, *, by: Any, answer: Any, text: str) -> dict[str, Any]:
        answer.text, answer.theirs = text, False
        answer.save(update_fields=["text", "theirs"])
        return {"name": str(self), "question": answer.question, "answer": text}

    @transition(
        source=State.OPEN, target=State.DONE, may=may_nobody, when=stands, tells=events.SENT_IN,
        label=_("Note what they sent in"), icon="in",
    )  # fmt: skip
    def send_in(self: Any, *, by: Any, said: Mapping[int, str]) -> dict[str, Any]:
        """What the contact wrote, by the number of the answer; what they left empty stays as it was."""
        for answer in self.answers.filter(pk__in=said):
            if said[answer.pk]:
                answer.text, answer.theirs = said[answer.pk], True
                answer.save(update_fields=["text", "theirs"])
        self.done_on = timezone.localdate(moment())
        return {
            "name": str(self), "who": self.contact.called, "people": [{"id": self.owner_id, "text": str(self.owner)}]
        }  # fmt: skip

    @transition(
        source=State.OPEN, target=State.DONE, may=may_work, when=stands, tells=events.CLOSED,
        label=pgettext_lazy("inquiry", "All is asked"), icon="check", look="primary",
    )  # fmt: skip
    def close(self: Any, *, by: Any) -> dict[str, Any]:
        self.done_on = timezone.localdate(moment())
        return {"name": str(self)}

    @transition(
        source=State.DONE, target=State.OPEN, may=may_work, when=stands, tells=events.REOPENED,
        label=pgettext_lazy("inquiry", "Ask further"), icon="undo",
    )  # fmt: skip
    def reopen(self: Any, *, by: Any) -> dict[str, Any]:
        self.done_on = None
        return {"name": str(self)}

    @transition(
        may=may_work, when=stands, tells=events.BECAME, label=_("Make a requirement of an answer"), icon="list",
        form=BecomeForm,
    )  # fmt: skip
    def become(self: Any, *, by: Any, answer: Any, kind: str, statement: str = "") -> dict[str, Any]:
        """It names this inquiry as where it was heard and keeps the answer as the very sentence.

        Raises NothingSaid before there is an answer, BecameOne the second time.
        """
        answer.refresh_from_db()
        if not answer.text:
            raise NothingSaid
        if answer.requirement_id:
            raise BecameOne
        where = gettext("%(inquiry)s, question %(number)d") % {"inquiry": self.reference, "number": answer.place}
        answer.requirement = Requirement.objects.add(
            by=by, client=self.client, project=self.project, contact=self.contact, owner=by, kind=kind,
            statement=statement or answer.text, quote=answer.text, source=self.guide.kind, source_text=where,
            source_type=self._meta.label_lower, source_id=self.pk,
        )  # fmt: skip
        answer.save(update_fields=["requirement"])
        return {"name": str(self), "question": answer.question, "what": str(answer.requirement)}
