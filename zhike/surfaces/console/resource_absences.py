"""Absences, declared: the gate, and the list of who is away when."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import Absence
from zhike.core.lifecycle.policies import may_administer
from zhike.core.record.fields import DateField, PersonField
from zhike.core.record.form import RecordForm
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource


class AbsenceForm(RecordForm):
    person = PersonField(label=_("Who is away"), required=False)
    deputy = PersonField(label=_("Who stands in"), help_text=_("Is told, sees and may do what the person would."))
    starts_on = DateField(label=_("First day"))
    ends_on = DateField(label=_("Last day"))

    class Meta:
        model = Absence
        fields = ("person", "deputy", "starts_on", "ends_on", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk and self.by is not None:
            self.initial.setdefault("person", self.by.pk)

    def clean_person(self) -> Any:
        kept = self.instance.person if self.instance.person_id else self.by
        person = self.cleaned_data["person"] or kept
        if self.by and person and not may_administer(self.by) and person.pk not in self.by.people_below:
            raise ValidationError(
                _("Only %(name)s, a manager above or an administrator can say so."), params={"name": person}
            )
        return person

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("person") and said.get("person") == said.get("deputy"):
            self.add_error("deputy", _("Somebody else has to stand in."))
        if said.get("starts_on") and said.get("ends_on") and said["ends_on"] < said["starts_on"]:
            self.add_error("ends_on", _("The last day lies before the first."))
        return said


def _days(absence: Any, reader: Reader) -> str:
    return reader.link(absence)


register(
    Resource(
        name="absences",
        model=Absence,
        form=AbsenceForm,
        icon="leave",
        order="-starts_on",
        columns=(
            Column("days", _("Days"), _days, needs=("starts_on", "ends_on"), wide=False),
            column(Absence, "person", wide=False),
            column(Absence, "deputy"),
            column(Absence, "starts_on", shown=False),
            column(Absence, "ends_on", shown=False),
            column(Absence, "note"),
        ),
        filters=(
            filters.person("person", _("Who is away")),
            filters.person("deputy", _("Who stands in")),
            filters.when("ends_on", _("Last day")),
            filters.archived(),
        ),
        pages={"board": None},
        menu=False,
    )
)
