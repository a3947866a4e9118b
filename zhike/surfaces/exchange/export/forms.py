"""What the export page asks for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.surfaces.exchange.export.files import sorts_of
from zhike.surfaces.exchange.export.leaving import ALL, SHOWN, Wish
from zhike.surfaces.exchange.exports import EXPORTS

SORT_WORDS = [
    ("xlsx", _("Workbook (.xlsx) for Excel, WPS, Numbers")),
    ("csv", _("CSV, UTF-8 with a mark for Excel")),
    ("jsonl", _("JSON lines, for programs")),
    ("vcf", _("vCard (.vcf) for telephones and mail programs")),
]


class ExportForm(forms.Form):
    sort = forms.ChoiceField(label=_("File"), choices=SORT_WORDS, widget=forms.RadioSelect, initial="xlsx")
    columns = forms.ChoiceField(
        label=_("Columns"),
        choices=[(SHOWN, _("Just what is shown")), (ALL, _("All columns, also those that are hidden"))],
        widget=forms.RadioSelect,
        initial=SHOWN,
    )
    program = forms.ChoiceField(
        label=_("Header words"),
        required=False,
        help_text=_("The words by which another system knows the columns. With ours, the file can be imported here."),
    )

    def __init__(self, resource: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        files: Any = self.fields["sort"]
        files.choices = [(name, word) for name, word in SORT_WORDS if name in sorts_of(resource)]
        programs = [name for name, tables in EXPORTS.items() if resource in tables]
        field: Any = self.fields["program"]
        field.choices = [("", _("Ours")), *((name, name) for name in programs)]
        if not programs:
            del self.fields["program"]

    def wish(self, resource: str, query: str) -> Wish:
        return Wish(resource, query, self.cleaned_data["columns"], self.cleaned_data.get("program", ""))
