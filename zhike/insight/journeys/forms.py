"""The gates of journeys, touchpoints and improvements."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.segments.models import Segment
from zhike.core.record.fields import DateField, LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.core.resources.tracing import traced
from zhike.insight.journeys.choices import Ground, Kind
from zhike.insight.journeys.models import Improvement, Journey, Touchpoint
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


class ImprovementForm(_Owned):
    """It says where the feedback or the trend stands: else nobody can look."""

    touchpoint = LinkField(Touchpoint.objects.all(), label=pgettext_lazy("journey", "Touchpoint"))
    text = forms.CharField(label=_("What to change"), max_length=200)
    ground = forms.ChoiceField(label=_("Because of"), choices=Ground, required=False)
    why = forms.CharField(
        label=pgettext_lazy("improvement", "Why"), max_length=2_000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    source_text = forms.CharField(
        label=_("Where it stands written"), max_length=200, required=False,
        help_text=_("The reference of a conversation or a meeting, such as CV-12 or MT-3, or words."),
    )  # fmt: skip
    link = forms.URLField(
        label=_("Link"), max_length=400, required=False, assume_scheme="https",
        help_text=_("To what tells of the trend."),
    )  # fmt: skip
    owner = PersonField(label=_("Owner"), required=False)
    due_on = DateField(label=_("Due"), required=False)

    class Meta:
        model = Improvement
        fields = ("touchpoint", "text", "ground", "why", "source_text", "link", "owner", "due_on")
        groups = ((pgettext_lazy("improvement", "Why"), ("ground", "why", "source_text", "link")),)

    def clean_ground(self) -> str:
        return self.cleaned_data["ground"] or self.instance.ground

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        ground, written = said.get("ground"), said.get("source_text")
        if ground == Ground.FEEDBACK and not written and "source_text" not in self.errors:
            self.add_error("source_text", _("Where does the feedback stand? A reference such as CV-12, or words."))
        if ground == Ground.TREND and not (written or said.get("link")) and "link" not in self.errors:
            self.add_error("link", _("Where does one read of this trend? Give a link, or say where."))
        return said

    @property
    def values(self) -> dict[str, Any]:
        """With the record that `source_text` names, if it names one that this person sees."""
        return traced(super().values, self.by)
