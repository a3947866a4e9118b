"""The gate of to-dos."""

from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import DateField, LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.core.todos.errors import Unseeing
from zhike.core.todos.models import Todo
from zhike.core.todos.policies import check_owner


class TodoForm(RecordForm):
    """`about` is the record it will be linked to. Without an owner it belongs to whoever fills this in."""

    owner = PersonField(label=_("Owner"), required=False)
    due_on = DateField(label=_("Due"), required=False)
    due_time = forms.TimeField(label=_("At"), required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    client = LinkField(apps.get_model("clients.Client")._default_manager.all(), label=_("Client"), required=False)

    class Meta:
        model = Todo
        fields = ["title", "owner", "due_on", "due_time", "repeat", "client", "notes"]

    def __init__(self, *args: Any, about: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about
        if self.by is not None and not self.instance.pk:
            self.initial.setdefault("owner", self.by.pk)

    def clean_owner(self) -> Any:
        return self.cleaned_data.get("owner") or getattr(self.instance, "owner", None) or self.by

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        standing = getattr(self.instance, "client", None)
        try:
            check_owner(said.get("owner"), self.about or said.get("client", standing), by=self.by)
        except Unseeing as refused:
            raise ValidationError(str(refused)) from refused
        return said


class TodoLine(TodoForm):
    """One line on a record's page."""

    asks_own = False

    class Meta(TodoForm.Meta):
        fields = ["title", "owner", "due_on"]

    due_time = client = None  # type: ignore[assignment]
