"""The gates of approvals and delegations."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.approval.models import Approval, Delegation
from zhike.core.lifecycle.policies import may_administer
from zhike.core.record.fields import DateField, PersonField
from zhike.core.record.form import RecordForm


class ApprovalForm(RecordForm):
    """What is asked stays as it was asked; whoever asked may say better why."""

    asks_own = False

    class Meta:
        model = Approval
        fields = ("reason",)
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}


class DelegationForm(RecordForm):
    """Without a person it is for whoever fills this in."""

    person = PersonField(label=_("Decides for"), required=False)
    deputy = PersonField(label=_("Deputy"))
    since = DateField(label=_("From"))
    until = DateField(label=_("Until"), help_text=_("Both days count."))

    class Meta:
        model = Delegation
        fields = ("person", "deputy", "since", "until", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.by is not None and not self.instance.pk:
            self.initial.setdefault("person", self.by.pk)
        if self.by is not None and not may_administer(self.by):
            self.fields["person"].disabled = True

    def clean_person(self) -> Any:
        return self.cleaned_data.get("person") or self._standing() or self.by

    def _standing(self) -> Any:
        return self.instance.person if self.instance.person_id else None

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", gettext("It ends before it begins. Choose the same day or a later one."))
        if said.get("deputy") and said.get("deputy") == said.get("person"):
            self.add_error("deputy", gettext("Choose someone else: a deputy decides for another."))
        return said
