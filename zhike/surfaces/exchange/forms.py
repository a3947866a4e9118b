"""What the import pages ask for."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.base.regions import country
from zhike.surfaces.exchange.keys import KEYS
from zhike.surfaces.exchange.looks import REGIONS
from zhike.surfaces.exchange.models import Import
from zhike.surfaces.exchange.targets import Target


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("CSV file"),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}),
        help_text=_("The first row names the columns. Encoding and separator are found by themselves."),
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


class MatchForm(forms.Form):
    """A select for each column, then whose phones they are and how rows find their records."""

    def __init__(self, of: Import, targets: dict[str, Target], data: Any = None) -> None:
        super().__init__(data)
        self.of = of
        fields = [("", _("– leave out –")), *((one.name, one.label) for one in targets.values())]
        for place, match in enumerate(of.matched):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=match.column,
                choices=fields,
                required=False,
                initial=match.field,
                widget=forms.Select(attrs={"class": "select"}),
            )
        regions = sorted({*REGIONS, of.region})
        self.fields["region"] = forms.ChoiceField(
            label=_("National phone numbers are of"),
            choices=[(code, country(code)) for code in regions if code],
            initial=of.region,
        )
        usual = _("Reference or external ID, else the name with an equal e-mail or phone")
        self.fields["key"] = forms.ChoiceField(
            label=_("Rows find their records by"),
            choices=[("", usual), *((name, targets[name].label) for name in KEYS[of.resource] if name in targets)],
            required=False,
            initial=of.key,
        )

    @property
    def chosen(self) -> dict[str, str]:
        """The field of each column."""
        return {one.column: self.cleaned_data[f"column-{place}"] for place, one in enumerate(self.of.matched)}

    def columns(self) -> list[tuple[Any, forms.BoundField]]:
        """Each match with its select."""
        return [(match, self[f"column-{place}"]) for place, match in enumerate(self.of.matched)]
