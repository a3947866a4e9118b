"""The gate of playbooks; and the question which one to start."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.clients.playbooks.fields import LinesField
from zhike.clients.playbooks.models import Playbook, Run
from zhike.core.record.fields import PersonField
from zhike.core.record.form import RecordForm


class PlaybookForm(RecordForm):
    keeper = PersonField(
        label=_("Keeper"), help_text=_("Looks after this playbook, and gets the to-dos of clients which nobody owns.")
    )
    lines = LinesField(
        label=_("To-dos"),
        help_text=_(
            "Days are working days after the start; or, where a to-do waits for another, after that one is done. "
            "An empty title leaves the line out. What runs already keeps the lines it started with."
        ),
    )

    class Meta:
        model = Playbook
        fields = ("name", "about", "keeper", "withdraws", "lines")
        widgets = {"about": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk and self.by is not None:
            self.initial.setdefault("keeper", self.by.pk)


class StartForm(forms.Form):
    """Offers the playbooks that do not run for the client."""

    playbook = forms.ModelChoiceField(Playbook.objects.none(), label=_("Playbook"), empty_label=None)

    def __init__(self, *args: Any, client: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        running = Run.objects.running().filter(client=client).values("playbook")
        field: Any = self.fields["playbook"]
        field.queryset = Playbook.objects.standing().exclude(pk__in=running).order_by("name")
