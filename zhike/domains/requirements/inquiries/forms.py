"""The gates for guides and inquiries, and what the contact fills in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.spoken import in_short, lines_beneath, prevails_in, said_beneath
from zhike.clients.models import Client, Contact
from zhike.clients.positions import check_stands_at
from zhike.core.record.fields import LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.core.resources.tracing import traced
from zhike.domains.projects.models import Project
from zhike.domains.requirements.inquiries.choices import MOST, Kind
from zhike.domains.requirements.inquiries.models import Guide, Inquiry
from zhike.domains.requirements.inquiries.questions import questions_in
from zhike.domains.requirements.inquiries.steps import LONGEST


def _asked(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=12_000, required=False, widget=forms.Textarea(attrs={"rows": 6}), **more
    )


class GuideForm(RecordForm):
    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind, required=False)
    questions = _asked(
        _("Questions in English"),
        help_text=_("One line, one question. Choices after bars: How often? | daily | weekly"),
    )
    questions_zh = _asked(
        _("Questions in Chinese"), help_text=_("Where there are both, each is asked in its language.")
    )

    class Meta:
        model = Guide
        fields = ("name", "kind", "questions", "questions_zh")

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or self.instance.kind or Kind.INTERVIEW

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        english, chinese = (questions_in(said.get(name) or "") for name in ("questions", "questions_zh"))
        if english and chinese and len(english) != len(chinese):
            self.add_error("questions_zh", _("Both languages need the same number of questions, in the same order."))
        if max(len(english), len(chinese)) > MOST:
            self.add_error("questions", _("Ask at most %(most)d questions; nobody answers more.") % {"most": MOST})
        return said


class InquiryForm(RecordForm):
    title = forms.CharField(label=_("Title"), max_length=200, required=False, help_text=_("Empty: as the guide."))
    guide = LinkField(Guide.objects.standing(), label=_("Guide"))
    client = LinkField(Client.objects.all(), label=_("Client"))
    contact = LinkField(Contact.objects.all(), label=_("Who is asked"))
    project = LinkField(Project.objects.all(), label=_("Project"), required=False)
    owner = PersonField(label=_("Owner"), required=False)
    source_text = forms.CharField(
        label=_("Where they are asked"), max_length=200, required=False,
        help_text=_("The reference of a conversation or a meeting, such as MT-3; by link: nothing."),
    )  # fmt: skip

    class Meta:
        model = Inquiry
        fields = ("guide", "client", "contact", "project", "title", "owner", "source_text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in ("guide", "client", "contact"):
                del self.fields[name]  # the questions were asked in the language of this contact

    def clean_title(self) -> str:
        guide = self.cleaned_data.get("guide")
        return self.cleaned_data["title"] or self.instance.title or (str(guide) if guide else "")

    def clean_contact(self) -> Any:
        return check_stands_at(self.cleaned_data["contact"], self.cleaned_data.get("client"))

    def clean_owner(self) -> Any:
        kept = self.instance.owner if self.instance.owner_id else None
        return self.cleaned_data["owner"] or kept or self.by

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        client = self.instance.client if self.instance.pk else said.get("client")
        project = said.get("project")
        if client and project and project.client_id != client.pk:
            self.add_error("project", _("This project is another client’s."))
        return said

    @property
    def values(self) -> dict[str, Any]:
        return traced(super().values, self.by)


class AnswersForm(forms.Form):
    """A field for each answer, by its number: choices where the question has some."""

    def __init__(self, *args: Any, answers: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in answers:
            asked = said_beneath(one, "question")
            label, other = f"{one.place}. {asked.first}", in_short(asked)
            if offered := lines_beneath(one, "choices"):
                known = {value: " · ".join(filter(None, (both.first, both.other))) for value, both in offered}
                known |= {one.text: one.text} if one.text and one.text not in known else {}
                other = other or prevails_in(offered[0][1])
                field: forms.Field = forms.ChoiceField(
                    label=label, help_text=other, choices=known.items(), required=False, widget=forms.RadioSelect
                )
            else:
                area = forms.Textarea(attrs={"rows": 3})
                field = forms.CharField(label=label, help_text=other, max_length=LONGEST, required=False, widget=area)
            self.fields[f"answer_{one.pk}"] = field
            self.initial[f"answer_{one.pk}"] = one.text

    @property
    def said(self) -> dict[int, str]:
        """What was said, by the number of the answer."""
        return {int(name.removeprefix("answer_")): text for name, text in self.cleaned_data.items()}
