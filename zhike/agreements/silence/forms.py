"""The gates of rules and waits."""

from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.agreements.silence.choices import Outcome
from zhike.agreements.silence.models import SilenceRule, Wait
from zhike.agreements.silence.models.rule import SUBJECTS
from zhike.clients.models import Client
from zhike.core.lifecycle.policies import may_administer
from zhike.core.record.fields import LinkField
from zhike.core.record.form import RecordForm


class SilenceRuleForm(RecordForm):
    """Price and scope may be paused or escalated by silence, never agreed."""

    asks_own = False

    client = LinkField(
        Client.objects.all(), label=_("Client"), required=False, help_text=_("Empty: for clients without their own.")
    )

    class Meta:
        model = SilenceRule
        fields = ("client", "outcome", "days", "first_reminder", "second_reminder", *SUBJECTS)
        groups = ((_("For what"), list(SUBJECTS)),)
        help_texts = {
            "first_reminder": _("Working days after it was asked."),
            "price_and_scope": _(
                "Fees, amounts, deliverables, exclusions, revision rounds. They never count as agreed."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("client")

    def clean_client(self) -> Any:
        client = self.cleaned_data["client"]
        if client is None and self.by is not None and not may_administer(self.by):
            raise ValidationError(_("Only administrators set the house’s own rule. Choose a client."))
        return client

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("outcome") == Outcome.ACCEPTED:
            self._check_accepting(said)
        self._check_days(said)
        if not any(said.get(name) for name in SUBJECTS):
            self.add_error("promises", _("Choose for what it counts."))
        return said

    def _check_accepting(self, said: dict[str, Any]) -> None:
        of_client = self.instance.client_id if self.instance.pk else said.get("client")
        if not of_client and "client" not in self.errors:
            self.add_error("outcome", _("Silence counts as a yes only where the client has agreed to that."))
        if said.get("price_and_scope"):
            words = _("Price and scope need a clear yes. Silence may only pause or escalate them.")
            self.add_error("price_and_scope", words)

    def _check_days(self, said: dict[str, Any]) -> None:
        """Each reminder after the one before it, and before the last day."""
        known = [(name, said.get(name)) for name in ("first_reminder", "second_reminder", "days")]
        given = [(name, value) for name, value in known if value is not None]
        for (_before, earlier), (name, later) in pairwise(given):
            if later <= earlier:
                self.add_error(name, _("Reminders come one after the other, and before the last day."))


class WaitForm(RecordForm):
    """All else about an awaited answer is done by its steps."""

    asks_own = False

    class Meta:
        model = Wait
        fields = ("note",)
