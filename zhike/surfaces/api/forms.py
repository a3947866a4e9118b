"""The gate for tokens."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import Token
from zhike.core.record.form import RecordForm
from zhike.core.resources.registry import RESOURCES

VERBS = {"read": _("Only read"), "write": _("Read and write")}
DAYS = 365


class OneOfThem(forms.RadioSelect):
    """One choice of a field that takes several."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name)


class ScopesField(forms.MultipleChoiceField):
    """Rights over everything, or over one kind of record; pages offer the former, one of them, programs give any."""

    widget = OneOfThem

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[*VERBS.items()], **kwargs)

    def valid_value(self, value: Any) -> bool:
        return is_scope(str(value))


def is_scope(said: str) -> bool:
    resource, _colon, verb = said.rpartition(":")
    return verb in VERBS and (not resource or resource in RESOURCES)


class TokenForm(RecordForm):
    """Rights cannot be widened later: what a program was given is seen where it was made."""

    scopes = ScopesField(label=_("Rights"), help_text=_("Never more than you may yourself."))
    expires_at = forms.DateTimeField(
        label=_("Expires"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("Empty means never. A year is a good habit."),
    )

    class Meta:
        model = Token
        fields = ("name", "scopes", "expires_at")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["scopes"], self.fields["expires_at"]
        else:
            self.initial.setdefault("scopes", ["read"])
            self.initial.setdefault("expires_at", timezone.now() + timedelta(days=DAYS))

    def clean_expires_at(self) -> datetime | None:
        said: datetime | None = self.cleaned_data["expires_at"]
        if said and said <= timezone.now():
            raise ValidationError(_("This has passed. Choose a later day."))
        until: datetime | None = getattr(self.by, "token_expires", None)  # by a program: of its own token
        if until and said and said > until:
            raise ValidationError(_("A token that ends makes none that lasts longer."))
        return said or until

    def save(self, *, by: Any) -> Any:  # type: ignore[override]
        if self.instance.pk:
            return super().save(by=by)
        token: Any
        token, secret = Token.objects.issue(by=by, **self.values)
        token.secret = secret
        return token
