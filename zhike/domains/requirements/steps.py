"""What the steps of a requirement ask."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.agreements.reasonable import left_out
from zhike.core.record.step_form import StepForm


def long_text(rows: int = 2, **more: Any) -> forms.CharField:
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **more)


class ReasonForm(StepForm):
    reason = long_text(label=_("Why"), max_length=500)


class AnalyseForm(StepForm):
    """Begins with what was heard."""

    wording = long_text(
        3, label=_("What both sides mean by it"), max_length=4_000,
        help_text=_("In one or two sentences that leave nothing open. The client confirms just these words."),
    )  # fmt: skip
    measure = forms.CharField(label=_("How one can tell"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.initial.setdefault("wording", self.record.wording or self.record.statement)
            self.initial.setdefault("measure", self.record.measure)


class RewordForm(StepForm):
    wording = long_text(
        3, label=_("New words"), max_length=4_000, help_text=_("What was agreed holds until they confirm.")
    )
    reason = long_text(label=_("Why"), max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.initial.setdefault("wording", self.record.wording)

    def clean_wording(self) -> str:
        said: str = self.cleaned_data["wording"]
        if self.record is not None and said == self.record.wording:
            raise ValidationError(_("These are the words as they stand."))
        return said


class StartForm(StepForm):
    """Asks only of what a clause leaves out."""

    reason = long_text(label=_("How it was settled with the client"), max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            if excluded := self.record.left_out_by:
                self.fields["reason"].help_text = " ".join(left_out(one) for one in excluded)
                self.fields["reason"].required = True
            else:
                del self.fields["reason"]


class DeclineForm(StepForm):
    reason = long_text(label=_("No, because …"), max_length=500)
    instead = long_text(
        3, label=_("… but we can …"), max_length=2_000,
        help_text=_("One line, one way. At least one: a no without a way out ends the talk."),
    )  # fmt: skip

    def clean_instead(self) -> str:
        ways = [line.strip() for line in self.cleaned_data["instead"].splitlines() if line.strip()]
        if not ways:
            raise ValidationError(_("Say at least one thing that we can do instead."))
        return "\n".join(ways)
