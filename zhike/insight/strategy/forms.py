"""The gate of the strategy."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.form import RecordForm
from zhike.insight.strategy.choices import Section, State
from zhike.insight.strategy.models import Strategy


class StrategyForm(RecordForm):
    """What is in force stays as it is: a new edition changes it."""

    asks_own = False

    class Meta:
        model = Strategy
        fields = ("title", *(one.value for one in Section))
        widgets = {one.value: forms.Textarea(attrs={"rows": 5}) for one in Section}
        help_texts = {Section.AIM.value: _("Sections are written in Markdown; what stays empty is not shown.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.state != State.DRAFT:
            for one in Section:
                self.fields.pop(one.value)
