"""Ways out of a difficulty, and telling the client of both."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.noting import Word
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.projects.models.of_project import stands
from zhike.domains.projects.risks import events
from zhike.domains.projects.risks.choices import ALIVE, State
from zhike.domains.projects.risks.deciding import note_choice
from zhike.domains.projects.risks.drafting import draft
from zhike.domains.projects.risks.errors import NoOption
from zhike.domains.projects.risks.sending import send
from zhike.domains.projects.risks.steps import ChooseForm, DropOptionForm, OptionForm, TellForm


def _has_options(risk: Any) -> bool:
    return stands(risk) and risk.options.exists()


class TellingIt:
    told_on: date | None
    chosen: Any

    @transition(
        source=ALIVE, may=may_work, when=stands, tells=events.OFFERED, label=_("Add an option"), icon="plus",
        form=OptionForm,
    )  # fmt: skip
    def add_option(self: Any, *, by: Any, words: str, amount: Any, currency: str, days: int) -> dict[str, Any]:
        """A way out, with what it costs and by how many days it moves the end."""
        self.options.create(words=words, amount=amount, currency=currency, days=days, added_by=by)
        return {"name": str(self), "what": words}

    @transition(
        source=State.OPEN, may=may_work, when=_has_options, tells=events.WITHDRAWN, label=_("Take back an option"),
        icon="undo", form=DropOptionForm,
    )  # fmt: skip
    def drop_option(self: Any, *, by: Any, option: Any) -> dict[str, Any]:
        """Only before anybody was told of it."""
        words = option.words
        option.delete()
        return {"name": str(self), "what": words}

    @transition(
        source=ALIVE, target=State.TOLD, may=may_work, when=stands, tells=events.TOLD, label=_("Tell the client"),
        icon="send", form=TellForm, look="primary",
    )  # fmt: skip
    def tell(
        self: Any, *, by: Any, contact: Any, channel: str, text: str = "", twin: str = "", prevails: str = "",
        anyway: bool = False,
    ) -> dict[str, Any]:  # fmt: skip
        """By mail it is sent, in their hours or now `anyway`; else it was said. Without `text` the draft is told, in
        both languages where all that it is made of stands in both.

        Raises NoOption, NoAddress.
        """
        options = list(self.options.all())
        if not options:
            raise NoOption
        said = {"text": text, "twin": twin, "prevails": prevails} if text else draft(self, options, contact)
        letter = send(self, contact, channel, Word(**said), by=by, anyway=anyway)
        self.tellings.create(
            contact=contact, channel=channel, **said, letter=letter, told_by=by, told_at=moment()
        )  # fmt: skip
        self.told_on = timezone.localdate(moment())
        return {"name": str(self), "who": contact.called, "contact": contact.pk, "count": len(options)}

    @transition(
        source=State.TOLD, may=may_work, when=stands, tells=events.CHOSEN, label=_("Note what they chose"),
        icon="promise", form=ChooseForm,
    )  # fmt: skip
    def choose(self: Any, *, by: Any, option: Any, contact: Any, how: str, words: str = "") -> dict[str, Any]:
        """Their choice becomes a confirmed decision of the ledger."""
        self.chosen = option
        entry = note_choice(self, option, by=by, contact=contact, how=how, words=words)
        return {"name": str(self), "who": contact.called, "what": str(option), "entry": entry.pk}
