"""The gate of iterations."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import DateField, LinkField
from zhike.core.record.form import RecordForm
from zhike.domains.projects.iterations.models import Iteration
from zhike.domains.projects.models import Project

USUAL, LONGEST = 14, 92  # days
LAST_DAY = MaxValueValidator(date(2199, 12, 31))


class IterationForm(RecordForm):
    """Proposes the stretch behind the last one."""

    project = LinkField(Project.objects.all(), label=_("Project"))
    title = forms.CharField(label=_("Title"), max_length=200, required=False, help_text=_("Empty: by its number."))
    goal = forms.CharField(
        label=_("What shall be there at its end"), max_length=2_000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=_("In one sentence that the client understands."),
    )  # fmt: skip
    starts_on = DateField(label=_("From"), validators=[LAST_DAY])
    ends_on = DateField(label=_("Until"), validators=[LAST_DAY])
    hours = forms.DecimalField(
        label=_("Hours the team can give"), required=False, min_value=Decimal(0), max_digits=7, decimal_places=2
    )

    class Meta:
        model = Iteration
        fields = ("project", "title", "goal", "starts_on", "ends_on", "hours")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["project"]
        elif self.by is not None:
            self.initial = self._behind_the_last() | dict(self.initial)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        first, last = told.get("starts_on"), told.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("It would end before it begins."))
        elif first and last and (last - first).days >= LONGEST:
            self.add_error("ends_on", _("An iteration is short: at most %(days)d days.") % {"days": LONGEST})
        if not told.get("title"):
            told["title"] = self.instance.title or gettext("Iteration %(number)d") % {"number": self._next_number(told)}
        return told

    @staticmethod
    def _next_number(told: dict[str, Any]) -> int:
        return Iteration.objects.filter(project=told.get("project")).count() + 1

    def _behind_the_last(self) -> dict[str, Any]:
        asked = str(getattr(self.initial.get("project"), "pk", self.initial.get("project") or ""))
        known = Iteration.objects.standing().filter(project=int(asked) if asked.isdecimal() else None)
        last = known.order_by("number").last()
        first = max(timezone.localdate(), last.ends_on + timedelta(days=1)) if last else timezone.localdate()
        length = last.ends_on - last.starts_on if last else timedelta(days=USUAL - 1)
        return {"starts_on": first, "ends_on": first + length, "hours": last.hours if last else None}
