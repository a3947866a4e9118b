"""The gate for tryouts, and what whoever tries it fills in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.spoken import in_short, said_beneath
from zhike.clients.models import Contact
from zhike.core.record.fields import LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.domains.projects.models import Deliverable
from zhike.domains.requirements.tryouts.choices import MOST, Went
from zhike.domains.requirements.tryouts.models import Tryout
from zhike.domains.requirements.tryouts.steps import LONGEST

LONGEST_ERRAND = 300


class TryoutForm(RecordForm):
    deliverable = LinkField(
        Deliverable.objects.all(), label=_("Prototype"), help_text=_("A deliverable; its newest version is tried.")
    )
    title = forms.CharField(label=_("What is tried"), max_length=200)
    contact = LinkField(Contact.objects.all(), label=_("Who tries it"))
    tasks = forms.CharField(
        label=_("What they are to do"), max_length=9_000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One line, one errand, without saying where to press: “Move your booking to Friday.”"),
    )  # fmt: skip
    owner = PersonField(label=_("Owner"), required=False)

    class Meta:
        model = Tryout
        fields = ("deliverable", "title", "contact", "tasks", "owner")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in ("deliverable", "contact", "tasks"):
                del self.fields[name]

    def clean_owner(self) -> Any:
        kept = self.instance.owner if self.instance.owner_id else None
        return self.cleaned_data["owner"] or kept or self.by

    def clean_tasks(self) -> str:
        said: str = self.cleaned_data["tasks"]
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        if len(lines) > MOST or any(len(line) > LONGEST_ERRAND for line in lines):
            limits = {"most": MOST, "longest": LONGEST_ERRAND}
            raise forms.ValidationError(_("At most %(most)d errands of %(longest)d characters each.") % limits)
        return said

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        deliverable, contact = said.get("deliverable"), said.get("contact")
        if deliverable and deliverable.current is None:
            self.add_error("deliverable", _("There is no version of it yet. Hand one in first."))
        if deliverable and contact:
            theirs = Contact.objects.of_client(deliverable.client_id)
            if not theirs.filter(pk=contact.pk).exists():
                self.add_error("contact", _("Choose somebody of the project's client."))
        return said


class ErrandsForm(forms.Form):
    """Two fields for each errand, by its number: how it went, and what they say."""

    def __init__(self, *args: Any, errands: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in errands:
            asked = said_beneath(one, "text")
            self.fields[f"went_{one.pk}"] = forms.ChoiceField(
                label=f"{one.place}. {asked.first}",
                help_text=in_short(asked),
                choices=Went,
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"reaction_{one.pk}"] = forms.CharField(
                label=_("What did you think or look for?"), max_length=LONGEST, required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name, words in [*said.items()]:
            number = name.removeprefix("reaction_")
            if number != name and words and not said.get(f"went_{number}"):
                self.add_error(f"went_{number}", _("Say also how it went."))
        return said

    @property
    def said(self) -> dict[int, tuple[str, str]]:
        """How those went that were tried and what was said, by the number of the errand."""
        went = {int(name[5:]): value for name, value in self.cleaned_data.items() if value and name.startswith("went_")}
        return {number: (value, self.cleaned_data[f"reaction_{number}"]) for number, value in went.items()}
