"""What the steps of a meeting ask."""

from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import Side
from zhike.agreements.twins.fields import PrevailsField, TwinField, check_pair
from zhike.clients.models import Contact
from zhike.clients.wishes.heeding import ByMail
from zhike.core.record.fields import DateField, MomentField, PersonField
from zhike.core.record.step_form import StepForm
from zhike.core.ui.dates import dated_words
from zhike.domains.meetings.choices import Answer, LineKind
from zhike.domains.meetings.minutes import read

CHANGES = [
    ("up", _("Up")), ("down", _("Down")), ("park", _("Park")), ("take_up", _("Take up again")),
    ("done", pgettext_lazy("topic", "Spoken about")), ("open", pgettext_lazy("topic", "Not spoken about")),
    ("drop", _("Take off the agenda")),
]  # fmt: skip


def _rows(name: str) -> Any:
    return apps.get_model("meetings", name).objects


class _OfMeeting(StepForm):
    """Offers what belongs to the meeting: its topics, lines, attendees and the people of its client."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields
        own = {"topic": "Topic", "line": "Line", "came": "Attendee"}
        for name, model in own.items():
            if name in known and self.record is not None:
                known[name].queryset = _rows(model).filter(meeting=self.record)
        if "contact" in known and self.record is not None:
            known["contact"].queryset = Contact.objects.of_client(self.record.client_id).standing().order_by("name")


class MailForm(ByMail, StepForm):
    """A letter to each of theirs who takes part and has an address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.heed(self.record.client, self.readers())

    def readers(self) -> list[Any]:
        return list(self.record.contacts.order_by("pk"))


class _NewsForm(MailForm):
    """What whoever was invited is told."""

    def readers(self) -> list[Any]:
        return super().readers() if self.record.invited_at else []


class MoveForm(_NewsForm):
    starts_at = MomentField(label=_("Begins"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=720, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.initial.setdefault("starts_at", self.record.starts_at)
            self.initial.setdefault("minutes", self.record.minutes)


class HoldForm(StepForm):
    """Asks where it begins on a later day only: from then on it can be neither moved nor cancelled."""

    early = forms.BooleanField(label=_("Open them already today"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None and not self.record.is_days_ahead:
            del self.fields["early"]
        elif self.record is not None:
            self.fields["early"].required = True
            self.fields["early"].help_text = _(
                "It begins on %(day)s. Once its minutes are open, it can be neither moved nor cancelled."
            ) % {"day": dated_words(timezone.localdate(self.record.starts_at))}

    def clean(self) -> dict[str, Any]:
        """The step itself asks nothing."""
        super().clean()
        return {}


class CancelForm(_NewsForm):
    reason = forms.CharField(
        label=_("Why"), max_length=500, help_text=_("Whoever was invited reads this."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    reason_twin = TwinField(500)
    reason_prevails = PrevailsField()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        check_pair(self, "reason", "reason_twin")
        return said


class AnswerForm(_OfMeeting):
    contact = forms.ModelChoiceField(Contact.objects.none(), label=_("Who"), empty_label=None)
    answer = forms.ChoiceField(label=_("Answer"), choices=Answer)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            known: Any = self.fields["contact"]
            known.queryset = self.record.contacts.order_by("name")


class _WithPerson(_OfMeeting):
    """Asks for one of us too; a field of people can only be made once all models are there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = PersonField(label=_("Of us"), required=False)


class TopicForm(_WithPerson):
    title = forms.CharField(label=_("Topic"), max_length=200)
    goal = forms.CharField(
        label=pgettext_lazy("of a topic", "Goal"), max_length=300, required=False,
        help_text=_("What shall be clear afterwards? As a question, if it is to be decided."),
    )  # fmt: skip
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=720, required=False)
    contact = forms.ModelChoiceField(Contact.objects.none(), label=_("Of them"), required=False, empty_label="—")
    parked = forms.BooleanField(label=_("Into the parking lot"), required=False)


class ChangeTopicForm(_OfMeeting):
    topic = forms.ModelChoiceField(Contact.objects.none(), label=_("Topic"))
    what = forms.ChoiceField(label=_("What"), choices=CHANGES)


class NoteForm(_OfMeeting):
    """A line as it is typed: its sign, names and days are read."""

    text = forms.CharField(label=_("Line"), max_length=2_000)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("By its sign")), *LineKind.choices], required=False)
    topic = forms.ModelChoiceField(
        Contact.objects.none(), label=_("Topic"), required=False, empty_label=pgettext_lazy("minutes", "No topic")
    )
    key = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if self.record is None or "text" in self.errors:
            return said
        found = read(said["text"], self.record, kind=said.pop("kind", ""))
        if not found["text"]:
            raise ValidationError(_("There is a sign and no word."))
        return said | found


class RewordForm(_WithPerson):
    """A line put better; what is not filled in stays empty."""

    line = forms.ModelChoiceField(Contact.objects.none(), label=_("Line"), widget=forms.HiddenInput)
    text = forms.CharField(label=_("Line"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label=_("Kind"), choices=LineKind)
    side = forms.ChoiceField(label=_("Whose"), choices=Side, required=False)
    contact = forms.ModelChoiceField(Contact.objects.none(), label=_("Of them"), required=False, empty_label="—")
    due_on = DateField(label=_("Due"), required=False)
    due_time = forms.TimeField(
        label=_("At"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def clean_side(self) -> str:
        return self.cleaned_data["side"] or Side.US


class StrikeForm(_OfMeeting):
    line = forms.ModelChoiceField(Contact.objects.none(), label=_("Line"))


class AttendanceForm(_OfMeeting):
    came = forms.ModelMultipleChoiceField(
        Contact.objects.none(), label=_("Who came"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def clean_came(self) -> list[Any]:
        return list(self.cleaned_data["came"])
