"""The gate of rework."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.core.base.days import short_day_words
from zhike.core.record.fields import ChooseWidget, LinkField
from zhike.core.record.form import RecordForm
from zhike.domains.projects.models import Hours
from zhike.domains.requirements.models import Requirement
from zhike.domains.requirements.rework.models import Rework


class HoursWidget(ChooseWidget):
    """The latest hours, by day, person and task: their length alone says little."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **more: Any) -> dict[str, Any]:
        return super().create_option(name, value, self._words(value) or label, *args, **more)

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        known: Any = self.choices
        latest = known.queryset.select_related("person", "task", "project").order_by("-on", "-pk")[: self.OFFERED]
        self.known = {one.pk: one for one in latest}
        return super().optgroups(name, value, attrs)

    def _words(self, value: Any) -> str:
        one = self.known.get(value)
        said = (short_day_words(one.on), str(one), str(one.person), str(one.task or one.project)) if one else ()
        return " · ".join(said)

    def _where(self) -> str:
        """Lengths are not looked for by typing."""
        return ""


class HoursField(LinkField):
    widget = HoursWidget


class ReworkForm(RecordForm):
    """The hours and the requirement belong to one project, or at least to one client."""

    requirement = LinkField(Requirement.objects.all(), label=gettext_lazy("What was unclear"))
    hours = HoursField(Hours.objects.standing(), label=gettext_lazy("Booked hours"))
    note = forms.CharField(label=gettext_lazy("What was done again, and why"), max_length=300)

    class Meta:
        model = Rework
        fields = ("requirement", "hours", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["hours"]
            return
        self._narrow()

    def _narrow(self) -> None:
        """Offers the hours of the requirement's project, and the requirements of the hours' client."""
        known: Any = self.fields
        for name, other, path in (("requirement", "hours", "project"), ("hours", "requirement", "client")):
            said = str(self.initial.get(name) or "")
            found = known[name].queryset.filter(pk=int(said)).first() if said.isdecimal() and len(said) < 18 else None
            if found is not None:
                path = path if getattr(found, f"{path}_id") else "client"
                known[other].queryset = known[other].queryset.filter(**{path: getattr(found, f"{path}_id")})

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        hours = said.get("hours") or (self.instance.hours if self.instance.pk else None)
        requirement = said.get("requirement")
        if hours and requirement and not _belong(hours, requirement):
            self.add_error(
                "hours" if "hours" in self.fields else "requirement", _("These hours were booked on another project.")
            )
        return said


def _belong(hours: Any, requirement: Any) -> bool:
    if requirement.project_id:
        return bool(hours.project_id == requirement.project_id)
    return bool(hours.client_id == requirement.client_id)
