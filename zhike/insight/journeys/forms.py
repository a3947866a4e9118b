"""The gates of journeys and touchpoints."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.segments.models import Segment
from zhike.core.record.fields import LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.insight.journeys.choices import Kind
from zhike.insight.journeys.models import Journey, Touchpoint
from zhike.insight.strategy.choices import Better
from zhike.insight.strategy.measures import MEASURES
from zhike.insight.strategy.steps import measures_offered


class _Owned(RecordForm):
    """Somebody's: whose it was, else of whoever writes it down."""

    def clean_owner(self) -> Any:
        kept = self.instance.owner if self.instance.owner_id else None
        return self.cleaned_data["owner"] or kept or self.by


class JourneyForm(_Owned):
    segment = LinkField(
        Segment.objects.all(), label=_("Segment"), required=False, help_text=_("Empty: of all clients.")
    )
    owner = PersonField(label=_("Owner"), required=False)

    class Meta:
        model = Journey
        fields = ("name", "segment", "owner", "purpose")
        widgets = {"purpose": forms.Textarea(attrs={"rows": 5})}


class TouchpointForm(_Owned):
    journey = LinkField(Journey.objects.all(), label=_("Client journey"))
    phase = forms.CharField(
        label=pgettext_lazy("journey", "Phase"), max_length=60,
        help_text=_("Such as First talk or Kick-off. Touchpoints that name the same phase stand together."),
    )  # fmt: skip
    name = forms.CharField(label=pgettext_lazy("journey", "Touchpoint"), max_length=160)
    kind = forms.ChoiceField(label=_("What they meet"), choices=Kind, required=False)
    channel = forms.CharField(
        label=_("Channel"), max_length=60, required=False, help_text=_("Such as WeChat, a visit, the portal.")
    )
    wants = forms.CharField(
        label=_("What the client wants there"), max_length=1_000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    owner = PersonField(label=_("Owner"), required=False)
    measure = forms.ChoiceField(label=_("Measured by"), choices=measures_offered, required=False)
    better = forms.ChoiceField(label=pgettext_lazy("goal", "Shall be"), choices=Better, required=False)
    target = forms.DecimalField(
        label=pgettext_lazy("goal", "Target"), max_digits=14, decimal_places=2, min_value=0, required=False
    )

    class Meta:
        model = Touchpoint
        fields = ("journey", "phase", "name", "kind", "channel", "wants", "owner", "measure", "better", "target")
        groups = ((_("What it is held against"), ("measure", "better", "target")),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["journey"]

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or self.instance.kind

    def clean_better(self) -> str:
        """Where nobody says, as the figure is read."""
        measure = MEASURES.get(self.cleaned_data.get("measure") or "")
        return self.cleaned_data["better"] or (measure.better if measure else self.instance.better)
