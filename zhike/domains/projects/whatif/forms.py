"""What is asked for: how many days later, and who does whose work in how much of a day."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import User
from zhike.core.record.fields import PersonField
from zhike.domains.projects.choices import UNDONE
from zhike.domains.projects.models import Task
from zhike.domains.projects.whatif.change import WHOLE, Change

FARTHEST = 400  # days


class WhatIfForm(forms.Form):
    """`record` is the project."""

    days = forms.IntegerField(
        label=_("Days later"), required=False, min_value=-FARTHEST, max_value=FARTHEST,
        help_text=_("Negative: earlier. What is open in it lands on working days."),
    )  # fmt: skip
    person = forms.ModelChoiceField(
        User.objects.none(), label=_("Whose work"), required=False, help_text=_("What is open of it in this project."),
    )  # fmt: skip
    instead = PersonField(label=_("Who does it instead"), required=False)
    share = forms.IntegerField(
        label=_("In how much of a day, in percent"), required=False, min_value=5, max_value=WHOLE,
        help_text=_("Empty: all of it."),
    )  # fmt: skip

    def __init__(self, *args: Any, record: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["person"]
        owners = Task.objects.standing().filter(project=record, state__in=UNDONE).values("owner")
        known.queryset = User.objects.filter(pk__in=owners).order_by("name")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if (said.get("instead") or said.get("share")) and not said.get("person") and "person" not in self.errors:
            self.add_error("person", _("Say whose work it is."))
        if said.get("person") and said.get("person") == said.get("instead"):
            self.add_error("instead", _("That is the same person."))
        return said

    @property
    def change(self) -> Change:
        """What passed."""
        said = self.cleaned_data
        person, instead = (getattr(said[name], "pk", None) for name in ("person", "instead"))
        return Change(said["days"] or 0, person, instead, said["share"] or WHOLE)


class TakeForm(WhatIfForm):
    """To take it: with the reason that stands at milestones which move."""

    reason = forms.CharField(label=_("Why"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("days") and not said.get("reason"):
            self.add_error("reason", _("Say why it moves: that stands at its milestones."))
        if not self.errors and not (said.get("days") or said.get("instead")):
            raise ValidationError(_("There is nothing to take: no day moves, and nobody else does it."))
        return said
