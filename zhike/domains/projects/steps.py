"""What the steps of projects ask."""

from decimal import Decimal
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import BY_HAND, UNSETTLED
from zhike.agreements.models import Entry
from zhike.clients.models import Contact
from zhike.core.files.models import Attachment
from zhike.core.record.fields import DateField
from zhike.core.record.step_form import StepForm
from zhike.domains.projects.text import lines_of, passage_of


class ReasonForm(StepForm):
    reason = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class MoveForm(StepForm):
    due_on = DateField(label=_("New day"))
    reason = forms.CharField(
        label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stays readable in the project, with the day that was."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.initial.setdefault("due_on", self.record.due_on)

    def clean_due_on(self) -> Any:
        said = self.cleaned_data["due_on"]
        if self.record is not None and said == self.record.due_on:
            raise ValidationError(_("That is the day on which it stands already."))
        return said


class ReachForm(StepForm):
    on = DateField(label=_("Reached on"), required=False, help_text=_("Empty: today."))

    def clean_on(self) -> Any:
        said = self.cleaned_data["on"]
        if said and said > timezone.localdate():
            raise ValidationError(_("That day is still to come."))
        return said


class _WithContact(StepForm):
    """Offers the people of the client."""

    contact = forms.ModelChoiceField(Contact.objects.none(), label=_("Who of theirs"), empty_label=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            known: Any = self.fields["contact"]
            known.queryset = Contact.objects.of_client(self.record.client_id).standing().order_by("name")


class WaitForm(_WithContact):
    what = forms.CharField(label=_("For what"), max_length=200)


class FollowForm(StepForm):
    before = forms.ModelChoiceField(Contact.objects.none(), label=_("After which task"))
    lag = forms.IntegerField(
        label=_("Working days between"), required=False, min_value=-200, max_value=400, help_text=_("Empty: none.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["before"]
        tasks = apps.get_model("projects.Task").objects
        if self.record is not None:
            known.queryset = tasks.standing().filter(project=self.record.project_id).exclude(pk=self.record.pk)

    def clean_lag(self) -> int:
        return self.cleaned_data["lag"] or 0


class UnfollowForm(StepForm):
    before = forms.ModelChoiceField(Contact.objects.none(), label=_("Which task"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["before"]
        if self.record is not None:
            known.queryset = self.record.befores.all()


class RequireForm(StepForm):
    entry = forms.ModelChoiceField(
        Entry.objects.none(), label=_("What must be confirmed"),
        help_text=_("From the agreements with this client that are not confirmed yet."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["entry"]
        if self.record is not None:
            entries = Entry.objects.standing().filter(client=self.record.client_id, state__in=UNSETTLED)
            known.queryset = entries.order_by("-pk")


class ReleaseForm(StepForm):
    entry = forms.ModelChoiceField(Entry.objects.none(), label=_("What it waits for"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["entry"]
        if self.record is not None:
            known.queryset = self.record.unconfirmed()


class HandInForm(StepForm):
    """A file that hangs on the deliverable already."""

    file = forms.ModelChoiceField(
        Contact.objects.none(), label=_("File"), help_text=_("One that hangs on it already: put it there on its page.")
    )  # fmt: skip
    note = forms.CharField(label=_("What is new"), max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["file"]
        if self.record is not None:
            known.queryset = Attachment.objects.on(self.record)


class ShowForm(_WithContact):
    """Whoever shall look at it."""


class AcceptForm(_WithContact):
    how = forms.ChoiceField(label=_("By which way"), choices=BY_HAND)
    words = forms.CharField(
        label=_("In their words"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class ChangeForm(_WithContact):
    words = forms.CharField(label=_("In their words"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}))


PLACES = [
    ("", _("Somewhere")), ("16 16", _("Upper left")), ("50 16", pgettext_lazy("of a picture", "Top")),
    ("84 16", _("Upper right")), ("16 50", pgettext_lazy("of a picture", "Left")),
    ("50 50", pgettext_lazy("of a picture", "Middle")), ("84 50", pgettext_lazy("of a picture", "Right")),
    ("16 84", _("Lower left")), ("50 84", pgettext_lazy("of a picture", "Bottom")), ("84 84", _("Lower right")),
]  # fmt: skip


class PinForm(StepForm):
    """Where: of a picture in percent of width and height, or by `place` without a pointer; of a text its `line`."""

    text = forms.CharField(label=_("What about it?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    place = forms.ChoiceField(label=_("Where"), choices=PLACES, required=False)
    x = forms.DecimalField(min_value=0, max_value=100, required=False, widget=forms.HiddenInput)
    y = forms.DecimalField(min_value=0, max_value=100, required=False, widget=forms.HiddenInput)

    line = forms.IntegerField(label=pgettext_lazy("of a text", "Line"), min_value=1, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines_of(getattr(self.record, "current", None))
        self.fields["line"].required = bool(self.lines)
        if self.record is not None:
            for name in ("place", "x", "y") if self.lines else ("line",):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if self.lines:
            return self._in_text(said)
        across, _blank, down = (said.pop("place", "") or "50 50").partition(" ")
        for name, instead in (("x", across), ("y", down)):
            given = said.get(name)
            said[name] = round(Decimal(instead) if given is None else given, 2)
        return said

    def _in_text(self, said: dict[str, Any]) -> dict[str, Any]:
        line = said.get("line")
        if not line or line > len(self.lines):
            self.add_error("line", _("Choose one of its %(count)d lines.") % {"count": len(self.lines)})
            return said
        return said | {"passage": passage_of(self.lines[line - 1])}


class SettleForm(StepForm):
    pins = forms.ModelMultipleChoiceField(
        Contact.objects.none(), label=_("What is done"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["pins"]
        if self.record is not None:
            known.queryset = self.record.pins.filter(settled_in=None)

    def clean_pins(self) -> list[Any]:
        return list(self.cleaned_data["pins"])
