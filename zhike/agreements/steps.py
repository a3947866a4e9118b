"""What the steps of an entry ask."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import BY_HAND, ClauseKind
from zhike.clients.models import Contact
from zhike.core.record.fields import DateField, LinkField
from zhike.core.record.step_form import StepForm
from zhike.core.ui.dates import dated_words


class _OfClient(StepForm):
    """Offers the people of the entry's client under `contact` or `agreed_by`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("contact", "agreed_by"):
            if name in self.fields and self.record is not None:
                known: Any = Contact.objects.of_client(self.record.client_id).standing().order_by("name")
                self.fields[name].queryset = known  # type: ignore[attr-defined]
                self.initial.setdefault(name, self.record.contact_id)


class ConfirmForm(_OfClient):
    """Whose word it is, and by which way it came; written down by whoever fills it in."""

    contact = LinkField(Contact.objects.none(), label=_("Who confirmed it"))
    how = forms.ChoiceField(label=_("How they confirmed it"), choices=BY_HAND)
    words = forms.CharField(label=_("In their words"), max_length=1_000, required=False, widget=forms.Textarea)


class QuestionForm(_OfClient):
    contact = LinkField(Contact.objects.none(), label=_("Who asks"), required=False)
    words = forms.CharField(label=_("What they ask or correct"), max_length=2_000, widget=forms.Textarea)
    how = forms.ChoiceField(label=_("By which way"), choices=[("", "—"), *BY_HAND], required=False)
    corrects = forms.BooleanField(
        label=_("They say that it was otherwise"), required=False,
        help_text=_("Then write down the words that they would agree to."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name in ("contact", "how"):
            if said.get("corrects") and not said.get(name):
                self.add_error(name, _("A correction needs somebody whose words they are, and a way they came."))
        return said


class _OnADay(_OfClient):
    """`on` is the day from which the step holds: today when not said."""

    def clean_on(self) -> date | None:
        said: date | None = self.cleaned_data["on"]
        if said and said > timezone.localdate():
            raise ValidationError(_("This day lies ahead. Say so when it has come."))
        if said and self.record is not None and said < self.record.state_on:
            day = dated_words(self.record.state_on)
            raise ValidationError(
                _("Before %(day)s it stood otherwise. Give that day or a later one."), params={"day": day}
            )
        return said


class KeepForm(_OnADay):
    on = DateField(label=_("When"), required=False)
    words = forms.CharField(label=_("How one can see it"), max_length=300, required=False)


class MeetForm(KeepForm):
    outcome = forms.TypedChoiceField(
        label=_("As they found it"), choices=[("", "—"), *((str(n), str(n)) for n in range(1, 6))], coerce=int,
        required=False, empty_value=None, help_text=_("1: far below what they expected, 5: far above."),
    )  # fmt: skip


class AskAgainForm(StepForm):
    outcome = forms.TypedChoiceField(
        label=_("As they find it now"), choices=[(str(n), str(n)) for n in range(1, 6)], coerce=int, initial=3,
        help_text=_("1: far below what they expected, 3: as they expected, 5: far above."),
    )  # fmt: skip
    words = forms.CharField(label=_("In their words"), max_length=300, required=False)


class EndForm(_OnADay):
    reason = forms.CharField(label=_("Why"), max_length=500)
    on = DateField(label=_("From when"), required=False)


class AskApprovalForm(StepForm):
    reason = forms.CharField(
        label=_("Why it should be promised all the same"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Whoever decides reads this together with what speaks against it."),
    )  # fmt: skip


class ReopenForm(StepForm):
    reason = forms.CharField(label=_("Why"), max_length=500)


class AcceptForm(StepForm):
    valid_from = DateField(label=_("Valid from"), required=False, help_text=_("Empty: from today."))


class RenegotiateForm(_OnADay):
    """Begins with the words as they stand; asks only what the kind of entry has."""

    text = forms.CharField(label=_("In so many words"), max_length=4_000, widget=forms.Textarea)
    twin = forms.CharField(
        label=_("The same in the other language"), max_length=4_000, required=False, widget=forms.Textarea
    )
    due_on = DateField(label=_("Due"), required=False)
    quantity = forms.DecimalField(label=_("Quantity"), max_digits=12, decimal_places=2, required=False)
    amount = forms.DecimalField(label=_("Amount"), max_digits=14, decimal_places=2, required=False)
    hours_from = forms.TimeField(label=_("Quiet from"), required=False)
    hours_until = forms.TimeField(label=_("Quiet until"), required=False)
    valid_from = DateField(label=_("Valid from"), required=False)
    reason = forms.CharField(label=_("Why"), max_length=500)
    how = forms.ChoiceField(
        label=_("Have they agreed?"), choices=[("", _("Not yet")), *BY_HAND], required=False,
        help_text=_("Not yet: what was agreed holds until they confirm."),
    )  # fmt: skip
    agreed_by = LinkField(Contact.objects.none(), label=_("Who agreed"), required=False)

    _BOUNDS = ("clause", "constraint")
    ONLY = {
        "due_on": ("promise", "expectation"), "quantity": _BOUNDS, "amount": _BOUNDS, "hours_from": ("clause",),
        "hours_until": ("clause",),
    }  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, kinds in self.ONLY.items():
            if self.record is not None and self.record.kind not in kinds:
                del self.fields[name]
            if self.record is not None and name.startswith("hours_") and self.record.aspect != ClauseKind.QUIET:
                self.fields.pop(name, None)
        for name in ("text", "twin", *self.ONLY):
            if self.record is not None and name in self.fields:
                self.initial.setdefault(name, getattr(self.record, name))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("how") and not said.get("agreed_by"):
            self.add_error("agreed_by", _("Say who agreed."))
        return said
