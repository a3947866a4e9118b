"""The gate for each kind of entry. What was said can be written down only once; afterwards only who looks after it."""

from typing import Any, ClassVar

from django import forms
from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import BY_HAND, WRITTEN, ClauseKind, Dimension, Limit, Side
from zhike.agreements.models import WORDING, Clause, Constraint, Decision, Expectation, Promise
from zhike.agreements.twins.fields import PrevailsField
from zhike.clients.models import Client, Contact
from zhike.clients.models.reach import Channel
from zhike.clients.positions import check_stands_at
from zhike.core.clock.hours import WEEKDAYS
from zhike.core.record.fields import CurrencyField, DateField, LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.core.resources.tracing import named_in

SCALE = [("", "—"), *((str(n), str(n)) for n in range(1, 6))]
PEOPLE = ("person", "contact")
WHERE = (_("Where it was said"), ["quote", "source_text", "valid_from", "valid_until"])
TWIN = (_("In two languages"), ["twin", "prevails"])
AGREED = (_("Have they agreed already?"), ["contact_agreed", "how"])
HOURS = (_("Quiet hours, channels"), ["hours_from", "hours_until", "weekdays", "channels"])


def _text(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), **options)


class EntryForm(RecordForm):
    """An entry of one kind. `contact_agreed` and `how` say that the other side has agreed to it already."""

    once: ClassVar[tuple[str, ...]] = (*WORDING, *PEOPLE, "client", "contact_agreed", "how")

    client = LinkField(Client.objects.all(), label=_("Client"))
    text = _text(_("In so many words"), max_length=4_000)
    contact = LinkField(Contact.objects.all(), label=pgettext_lazy("side of an agreement", "Theirs"), required=False)
    person = PersonField(label=pgettext_lazy("side of an agreement", "Ours"), required=False)
    owner = PersonField(label=_("Looked after by"), required=False)
    valid_from = DateField(label=_("Valid from"), required=False, help_text=_("Empty: from today."))
    twin = _text(
        _("The same in the other language"), max_length=4_000, required=False,
        help_text=_("Shown beside it to whoever confirms."),
    )  # fmt: skip
    prevails = PrevailsField()
    quote = forms.CharField(
        label=_("The very sentence"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    contact_agreed = LinkField(Contact.objects.all(), label=_("Who agreed"), required=False)
    how = forms.ChoiceField(label=_("By which way"), choices=[("", _("Not yet")), *BY_HAND], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in self.once:
                self.fields.pop(name, None)
        elif self.by is not None:
            self.initial.setdefault("person", self.by.pk)
            self.initial.setdefault("owner", self.by.pk)

    def clean_side(self) -> str:
        return self.cleaned_data["side"] or Side.US

    def clean_contact(self) -> Any:
        return check_stands_at(self.cleaned_data["contact"], self.cleaned_data.get("client"))

    def clean_contact_agreed(self) -> Any:
        return check_stands_at(self.cleaned_data["contact_agreed"], self.cleaned_data.get("client"))

    def clean_owner(self) -> Any:
        """Somebody of ours always looks after it: who writes it down, unless it is said."""
        return self.cleaned_data["owner"] or self.instance.owner or self.by

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        since, until = said.get("valid_from"), said.get("valid_until")
        if since and until and until < since:
            self.add_error("valid_until", _("It would end before it begins."))
        if bool(said.get("how")) != bool(said.get("contact_agreed")):
            missing = "contact_agreed" if said.get("how") else "how"
            self.add_error(missing, _("Say who agreed and by which way, or neither."))
        return said

    @property
    def values(self) -> dict[str, Any]:
        """With the record that `source_text` names, if it names one that this person sees."""
        said = super().values
        source = named_in(said.get("source_text") or "", self.by)
        if source is not None:
            said |= {"source_type": source._meta.label_lower, "source_id": source.pk}
        return said


_HINT = {"source_text": _("A conversation, a file, minutes: their reference, such as CV-12, or words.")}


class PromiseForm(EntryForm):
    side = forms.ChoiceField(
        label=_("Who promised"), required=False,
        choices=[(Side.US, _("We promised them")), (Side.THEM, _("They promised us"))],
    )  # fmt: skip
    due_on = DateField(label=_("Due"), required=False)
    due_time = forms.TimeField(
        label=_("By what time"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    class Meta:
        model = Promise
        fields = (
            "client", "side", "text", "person", "contact", "due_on", "due_time", "measure", "subject", "owner",
            "quote", "source_text", "valid_from", "twin", "prevails",
        )  # fmt: skip
        groups = (TWIN, WHERE, AGREED)
        help_texts = _HINT


class ExpectationForm(EntryForm):
    aspect = forms.ChoiceField(label=_("Dimension"), choices=[("", "—"), *Dimension.choices], required=False)
    importance = forms.TypedChoiceField(
        label=_("Importance"), choices=SCALE, coerce=int, empty_value=None, required=False,
        help_text=_("1: hardly matters, 5: nothing matters more."),
    )  # fmt: skip
    level = forms.TypedChoiceField(
        label=_("Expected level"), choices=SCALE, coerce=int, empty_value=None, required=False,
        help_text=_("1: anything will do, 5: the best there is."),
    )  # fmt: skip
    confidence = forms.TypedChoiceField(
        label=_("How sure we are to meet it"), choices=SCALE, coerce=int, empty_value=None, required=False,
        help_text=_("1: hardly, 5: certainly. Only we see it, and it may change."),
    )  # fmt: skip
    due_on = DateField(label=_("By when"), required=False)

    class Meta:
        model = Expectation
        fields = (
            "client", "text", "contact", "aspect", "importance", "level", "confidence", "measure", "due_on", "subject",
            "owner", "quote", "source_text", "valid_from", "twin", "prevails",
        )  # fmt: skip
        groups = (TWIN, WHERE, AGREED)
        help_texts = _HINT

    def clean(self) -> dict[str, Any]:
        return super().clean() | ({} if self.instance.pk else {"side": Side.THEM})


class DecisionForm(EntryForm):
    valid_until = DateField(label=_("Valid until"), required=False)
    side = forms.ChoiceField(
        label=_("Who decided"), required=False,
        choices=[(Side.THEM, _("They decided")), (Side.US, _("We decided"))],
    )  # fmt: skip
    question = forms.CharField(label=_("Question"), max_length=300)
    text = _text(_("Answer"), max_length=4_000)
    alternatives = _text(_("Other answers"), max_length=2_000, required=False)
    reason = _text(_("Why so"), max_length=2_000, required=False)

    class Meta:
        model = Decision
        fields = (
            "client", "side", "question", "text", "contact", "person", "alternatives", "reason", "subject", "owner",
            "quote", "source_text", "valid_from", "valid_until", "twin", "prevails",
        )  # fmt: skip
        groups = (TWIN, WHERE, AGREED)
        help_texts = _HINT

    def clean_side(self) -> str:
        return self.cleaned_data["side"] or Side.THEM


class _Bounded(EntryForm):
    """Something with a quantity or an amount of money."""

    valid_until = DateField(label=_("Valid until"), required=False)
    currency = CurrencyField(label=_("Currency"), required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("amount") is not None and not said.get("currency"):
            self.add_error("currency", _("Say the currency of the amount."))
        if said.get("quantity") is not None and not said.get("unit"):
            self.add_error("unit", _("Say of what: days, rounds, pieces."))
        return said


def _time(label: Any, **options: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget, **options)


def _several(label: Any, choices: Any, **options: Any) -> forms.MultipleChoiceField:
    ticks = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=ticks, **options)


class ClauseForm(_Bounded):
    side = forms.ChoiceField(
        label=_("Whose duty"), required=False, choices=[(Side.US, _("Ours")), (Side.THEM, _("Theirs"))]
    )
    aspect = forms.ChoiceField(label=_("Kind of clause"), choices=WRITTEN)
    hours_from = _time(_("Quiet from"))
    hours_until = _time(_("Quiet until"), help_text=_("A time before that of the start is meant on the next day."))
    weekdays = _several(
        _("On these days"), tuple(zip(WEEKDAYS, WEEKDAY_NAMES.values(), strict=True)), help_text=_("None: every day.")
    )
    channels = _several(_("Channels agreed"), Channel.choices, help_text=_("For a rule of engagement: how we talk."))

    class Meta:
        model = Clause
        fields = (
            "client", "number", "aspect", "text", "side", "subject", "quantity", "unit", "amount", "currency",
            "hours_from", "hours_until", "weekdays", "channels", "contact", "owner", "quote", "source_text",
            "valid_from", "valid_until", "twin", "prevails",
        )  # fmt: skip
        groups = (HOURS, TWIN, WHERE, AGREED)
        help_texts = _HINT

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("aspect") in (ClauseKind.REVISIONS, ClauseKind.RESPONSE) and said.get("quantity") is None:
            self.add_error("quantity", _("How many? Give the quantity and its unit."))
        for name, other in (("hours_from", "hours_until"), ("hours_until", "hours_from")):
            if said.get(name) is None and said.get(other) is not None:
                self.add_error(name, _("Quiet hours need a start and an end."))
        return said


class ConstraintForm(_Bounded):
    aspect = forms.ChoiceField(label=_("What it bounds"), choices=Limit)

    class Meta:
        model = Constraint
        fields = (
            "client", "aspect", "text", "contact", "subject", "quantity", "unit", "amount", "currency", "due_on",
            "owner", "quote", "source_text", "valid_from", "valid_until", "twin", "prevails",
        )  # fmt: skip
        groups = (TWIN, WHERE, AGREED)
        help_texts = _HINT

    def clean(self) -> dict[str, Any]:
        return super().clean() | ({} if self.instance.pk else {"side": Side.THEM})
