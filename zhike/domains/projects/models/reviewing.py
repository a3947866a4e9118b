"""A deliverable is handed in, shown to the client, and accepted or changed."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.projects import events
from zhike.domains.projects.accepting import note_acceptance
from zhike.domains.projects.before_showing import check_before_showing
from zhike.domains.projects.choices import ReviewState as State
from zhike.domains.projects.models.of_project import stands
from zhike.domains.projects.steps import AcceptForm, ChangeForm, HandInForm, PinForm, SettleForm, ShowForm

SHOWABLE = (State.READY, State.REVIEW, State.CHANGES)


def _today() -> date:
    return timezone.localdate(moment())


def _has_open_pins(deliverable: Any) -> bool:
    return stands(deliverable) and deliverable.pins.filter(settled_in=None).exists()


class Reviewing:
    reviewer: Any
    asked_on: date | None
    answered_on: date | None

    @transition(
        target=State.READY, may=may_work, when=stands, tells=events.HANDED_IN, label=_("Hand in a version"),
        icon="upload", form=HandInForm,
    )  # fmt: skip
    def hand_in(self: Any, *, by: Any, file: Any, note: str = "") -> dict[str, Any]:
        """A new version. Whatever was said of the one before holds for that one only: this one is accepted anew."""
        before = self.versions.count()
        self.versions.create(number=before + 1, file=file, note=note, made_at=moment(), made_by=by)
        self.answered_on = None
        return {"name": str(self), "number": before + 1}

    @transition(
        source=(State.READY, State.REVIEW), target=State.REVIEW, may=may_work, when=stands, tells=events.SHOWN,
        label=_("Show it to the client"), icon="eye", form=ShowForm, look="primary",
    )  # fmt: skip
    def show(self: Any, *, by: Any, contact: Any) -> dict[str, Any]:
        """Somebody of theirs shall look at the newest version. Raises what keeps it back."""
        check_before_showing(self)
        self.reviewer, self.asked_on = contact, _today()
        return {"name": str(self), "who": contact.called, "number": self.current.number}

    @transition(
        source=(State.READY, State.REVIEW), target=State.ACCEPTED, may=may_work, when=stands, tells=events.ACCEPTED,
        label=_("Note their acceptance"), icon="promise", form=AcceptForm,
    )  # fmt: skip
    def accept(self: Any, *, by: Any, contact: Any, how: str, words: str = "") -> dict[str, Any]:
        """The newest version is right: it becomes a confirmed entry of the ledger."""
        version = self.current
        self.accepted_on = self.accepted_on or _today()
        entry = note_acceptance(self, version, by=by, contact=contact, how=how, words=words)
        self._answer(version, State.ACCEPTED, contact=contact, words=words, entry=entry)
        return self._told(version, contact) | {"entry": entry.pk, "how": str(how)}

    @transition(
        source=(State.READY, State.REVIEW), target=State.CHANGES, may=may_work, when=stands, tells=events.WANTED,
        label=_("Note what they want changed"), icon="edit", form=ChangeForm,
    )  # fmt: skip
    def want_change(self: Any, *, by: Any, contact: Any, words: str) -> dict[str, Any]:
        """The newest version is not right yet; `words` are theirs."""
        version = self.current
        self._answer(version, State.CHANGES, contact=contact, words=words)
        return self._told(version, contact) | {"words": words[:200]}

    @transition(
        source=SHOWABLE, may=may_work, when=stands, tells=events.PINNED, label=_("Point at something"), icon="pin",
        form=PinForm,
    )  # fmt: skip
    def pin(
        self: Any, *, by: Any, text: str, x: Any = 0, y: Any = 0, contact: Any = None, line: int | None = None,
        passage: str = "",
    ) -> dict[str, Any]:  # fmt: skip
        """A word at a place of the newest version: of a picture `x` and `y`, of a text the `passage` of a `line`."""
        person = None if contact else by
        self.pins.create(
            version=self.current, x=x, y=y, line=line, passage=passage, text=text, contact=contact, person=person,
            at=moment(),
        )  # fmt: skip
        return {"name": str(self), "who": contact.called if contact else str(by), "words": text[:200]}

    @transition(
        source=SHOWABLE, may=may_work, when=_has_open_pins, tells=events.SETTLED, label=_("Settle a pin"),
        icon="check", form=SettleForm,
    )  # fmt: skip
    def settle(self: Any, *, by: Any, pins: Collection[Any]) -> dict[str, Any]:
        """What these pins asked for is done in the newest version."""
        chosen = [one.pk for one in pins]
        apps.get_model("projects.Pin").objects.filter(pk__in=chosen).update(settled_in=self.current)
        return {"name": str(self), "count": len(chosen)}

    def _answer(self: Any, version: Any, answer: str, **said: Any) -> None:
        self.answered_on = _today()
        self.versions.filter(pk=version.pk).update(answer=answer, answered_at=moment(), **said)

    def _told(self: Any, version: Any, contact: Any) -> dict[str, Any]:
        owner = {"id": self.owner_id, "text": str(self.owner)}
        return {"name": str(self), "who": contact.called, "number": version.number, "people": [owner]}
