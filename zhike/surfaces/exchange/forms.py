"""What the import pages ask for."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.base.regions import country
from zhike.core.fields.models import Kind
from zhike.surfaces.exchange.inventing import NEW, OFFERED, kind_of, may_invent
from zhike.surfaces.exchange.keys import KEYS
from zhike.surfaces.exchange.looks import REGIONS
from zhike.surfaces.exchange.models import Import, Perhaps
from zhike.surfaces.exchange.opening import first_values
from zhike.surfaces.exchange.targets import Target

ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "gb18030": _("GB18030, GBK (simplified Chinese)"),
    "big5": _("Big5 (traditional Chinese)"),
    "cp932": _("Shift-JIS (Japanese)"),
    "cp1252": _("Windows-1252 (Western European)"),
}
PERHAPS = ("clients", "contacts")
SEPARATORS = {",": _("Comma"), ";": _("Semicolon"), "\t": _("Tab"), "|": _("Bar"), " ": _("Blanks")}


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.xls,.ods,.vcf,.jsonl,text/csv,text/vcard"}),
        help_text=_("CSV, TSV or a workbook such as .xlsx. Encoding, separator and the row of names are found."),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_LIMIT:
            most = settings.UPLOAD_LIMIT // 1024 // 1024
            raise ValidationError(
                _("The file is larger than %(most)s MB. Part it, or let an administrator run: zhike import."),
                params={"most": most},
            )
        return file


class ReadingForm(forms.Form):
    """How the file is written, where it was not understood. `sheet` for workbooks, else `encoding` and `delimiter`."""

    sheet = forms.ChoiceField(label=_("Sheet"))
    encoding = forms.ChoiceField(label=_("Encoding"), choices=list(ENCODINGS.items()))
    delimiter = forms.ChoiceField(label=_("Separator"), choices=list(SEPARATORS.items()))
    header_row = forms.IntegerField(
        label=_("Names stand in line"), min_value=0, max_value=200, help_text=_("0: the columns have no names.")
    )

    def __init__(self, of: Import, data: Any = None) -> None:
        super().__init__(data, prefix="read")
        for name in ("encoding", "delimiter") if of.sheets else ("sheet",):
            del self.fields[name]
        for name in self.fields:
            self.initial[name] = getattr(of, name)
        if of.sheets:
            sheets: Any = self.fields["sheet"]
            sheets.choices = [(name, name) for name in of.sheets]

    def told(self, of: Import) -> dict[str, Any]:
        """What `reread` takes. Another sheet has its own row of names, unless that was changed too."""
        said: dict[str, Any] = dict(self.cleaned_data)
        if set(self.changed_data) & {"read-sheet", "sheet"} and said["header_row"] == of.header_row:
            del said["header_row"]
        return said


class MatchForm(forms.Form):
    """A select for each column, then whose phones they are and how rows find their records."""

    def __init__(self, of: Import, targets: dict[str, Target], data: Any = None) -> None:
        super().__init__(data)
        self.of = of
        fields: list[Any] = [("", _("– leave out –")), *((one.name, one.label) for one in targets.values())]
        looks = first_values(of.table) if may_invent(of.created_by, of) else {}
        for place, match in enumerate(of.matched):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=match.column,
                choices=[*fields, *_new_fields(looks[match.column])] if looks and not match.field else fields,
                required=False,
                initial=match.field,
                widget=forms.Select(attrs={"class": "select"}),
            )
        regions = sorted({*REGIONS, of.region})
        self.fields["region"] = forms.ChoiceField(
            label=_("National phone numbers and dates are as in"),
            choices=[(code, country(code)) for code in regions if code],
            initial=of.region,
        )
        if "client" in targets:
            self.fields["creates_clients"] = forms.BooleanField(
                label=_("Create the clients that are missing"), required=False, initial=of.creates_clients
            )
        if of.resource in PERHAPS:
            self.fields["perhaps"] = forms.ChoiceField(
                label=_("New rows that are perhaps there already"),
                choices=Perhaps,
                required=False,
                initial=of.perhaps,
            )
        usual = _("Reference or external ID, else the name with an equal e-mail or phone")
        self.fields["key"] = forms.ChoiceField(
            label=_("Rows find their records by"),
            choices=[("", usual), *((name, targets[name].label) for name in KEYS[of.resource] if name in targets)],
            required=False,
            initial=of.key,
        )

        self.fields["save_as"] = forms.CharField(
            label=_("Save this match as"),
            required=False,
            max_length=80,
            initial=of.matched_as,
            help_text=_("The next file with the same columns takes it over."),
        )

    @property
    def chosen(self) -> dict[str, str]:
        """The field of each column."""
        return {one.column: self.cleaned_data[f"column-{place}"] for place, one in enumerate(self.of.matched)}

    def columns(self) -> list[tuple[Any, forms.BoundField]]:
        """Each match with its select."""
        return [(match, self[f"column-{place}"]) for place, match in enumerate(self.of.matched)]


def _new_fields(values: Sequence[str]) -> list[tuple[Any, list[tuple[str, Any]]]]:
    """The kinds of own field that a column may become, the likeliest first."""
    likely = kind_of(values)
    kinds = sorted(OFFERED, key=lambda kind: kind != likely)
    return [(_("New own field"), [(f"{NEW}{kind}", Kind(kind).label) for kind in kinds])]
