"""The gate for own fields, and their pages."""

import re
import unicodedata
from typing import Any

from django import forms
from django.apps import apps
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from zhike.core.base import readings
from zhike.core.fields.form_fields import form_field
from zhike.core.fields.models import FieldDefinition, Kind
from zhike.core.pages.detail import DetailPage
from zhike.core.record.form import RecordForm
from zhike.core.resources.registry import RESOURCES, resource_of
from zhike.surfaces.console.settings.index import administers

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
LOCKED = ("record_type", "key", "kind", "links_to")
CHOOSES = (Kind.CHOICE, Kind.CHOICES)


def record_types() -> list[tuple[str, str | Promise]]:
    """What own fields can be for: everything that people fill in a form for, but for the settings themselves."""
    return [(one.record_type, one.plural) for one in RESOURCES.values() if one.menu and one.has("add")]


def type_words(record_type: str) -> str:
    resource = resource_of(record_type)
    return str(resource.plural) if resource else record_type


def key_for(label: str) -> str:
    """A key made of a name: 年度预算 → nian_du_yu_suan, "Contract ends" → contract_ends."""
    chinese = re.compile(r"[\u3400-\u9fff]+")
    spelt = chinese.sub(lambda run: f" {' '.join(readings.usual(run[0]))} ", label)
    latin = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "_", latin).strip("_")[:40].rstrip("_")
    return key if KEY.fullmatch(key) else f"field_{key}"[:40].rstrip("_")


def is_used(definition: FieldDefinition) -> bool:
    """Whether any record has a value of it; then its key and kind stay."""
    model: Any = apps.get_model(definition.record_type)
    return bool(model._base_manager.filter(custom__has_key=definition.key).exists())


class FieldForm(RecordForm):
    record_type = forms.ChoiceField(label=_("For"))
    key = forms.CharField(
        label=_("Key"),
        required=False,
        max_length=40,
        help_text=_("Short Latin name, used in import and API. Left empty, it is made of the name."),
    )
    links_to = forms.ChoiceField(label=_("Links to"), required=False, help_text=_("For links only."))
    position = forms.IntegerField(
        label=_("Position"), required=False, min_value=0, max_value=9_999, help_text=_("Left empty: at the end.")
    )

    class Meta:
        model = FieldDefinition
        fields = (
            "record_type", "kind", "label", "label_zh", "choices", "links_to", "hint", "key", "position", "required",
        )  # fmt: skip
        widgets = {"choices": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"choices": _("For choices only, one per line.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["record_type"].choices = record_types()
        fields["links_to"].choices = [("", "—"), *record_types()]
        self.used = bool(self.instance.pk) and is_used(self.instance)
        for name in LOCKED if self.used else ():
            fields[name].disabled = True
            fields[name].help_text = _("Records have values already, so this stays.")

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"].strip().lower()
        if key and not KEY.fullmatch(key):
            raise ValidationError(_("A key begins with a letter and has only Latin letters, digits and _."))
        return key

    def clean_choices(self) -> str:
        return "\n".join(dict.fromkeys(filter(None, map(str.strip, self.cleaned_data["choices"].splitlines()))))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("kind") in CHOOSES and "choices" in said and not said["choices"]:
            self.add_error("choices", _("Write at least one choice."))
        if said.get("kind") == Kind.LINK and "links_to" in said and not said["links_to"]:
            self.add_error("links_to", _("Say to which records it links."))
        if said.get("record_type") and "key" in said and "label" in said:
            self._settle_key(said)
        return said

    def _settle_key(self, said: dict[str, Any]) -> None:
        others = FieldDefinition.objects.filter(record_type=said["record_type"]).exclude(pk=self.instance.pk)
        taken = set(others.values_list("key", flat=True))
        if not said["key"]:
            said["key"] = _free(self.instance.key or key_for(said["label"]), taken)
        elif said["key"] in taken:
            self.add_error("key", _("Another field of these records has this key, perhaps an archived one. Change it."))

    def clean_position(self) -> int:
        said = self.cleaned_data["position"]
        if said is None and self.instance.pk:
            return self.instance.position
        if said is not None:
            return int(said)
        last = FieldDefinition.objects.filter(record_type=self.cleaned_data.get("record_type", ""))
        return (last.aggregate(last=Max("position"))["last"] or 0) + 1


def _free(key: str, taken: set[str]) -> str:
    numbered = (f"{key[:36]}_{n}" for n in range(2, 10_000))
    return key if key not in taken else next(one for one in numbered if one not in taken)


class FieldPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        return super().context(record) | {"preview": preview_of(record), "used": is_used(record)}


def preview_of(definition: FieldDefinition) -> Any:
    """The field as a form will show it."""
    form = forms.Form(prefix="preview")
    form.fields["it"] = form_field(definition)
    return form["it"]


@login_required
@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """POST /settings/fields/preview/ with a half-filled form: what it would look like."""
    administers(request)
    said = request.POST
    names = ("label", "label_zh", "hint", "choices")
    kind = said.get("kind", "") if said.get("kind", "") in Kind.values else Kind.TEXT
    types = {name for name, _words in record_types()}
    definition = FieldDefinition(
        kind=kind,
        links_to=said.get("links_to", "") if said.get("links_to", "") in types else "",
        required=bool(said.get("required")),
        **{name: said.get(name, "") for name in names},
    )
    key = said.get("key", "") or (key_for(definition.label) if definition.label else "")
    definition.label = definition.label or gettext("Name")
    told = {"preview": preview_of(definition), "key": key}
    return render(request, "fields/preview.html", told)
