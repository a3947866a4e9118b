"""What the steps ask when clients are put in or taken out by hand."""

from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.core.base.kept import Kept
from zhike.core.record.fields import LinkField
from zhike.core.record.step_form import StepForm


class OneClientField(LinkField):
    """One client, as a list of one."""

    def clean(self, value: Any) -> Any:
        return [super().clean(value)]


class PickForm(StepForm):
    clients = OneClientField(Client.objects.none(), label=_("Client"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["clients"]
        offered.queryset = self.offered()

    def offered(self) -> Any:
        return Client.objects.visible_to(self.by).standing()


class DropForm(PickForm):
    def offered(self) -> Any:
        return Client.objects.visible_to(self.by).filter(
            memberships__segment=self.record, memberships__left_at__isnull=True
        )


@Kept
def _picked_for(user_id: int) -> list[int]:
    """Numbers of the hand-picked segments that the person may change: every list of clients asks."""
    person = User.objects.get(pk=user_id)
    segments = apps.get_model("segments.Segment").objects.visible_to(person).picked()
    return [segment.pk for segment in segments if segment.may_amend(person, segment)]


def picked_field(person: Any) -> LinkField | None:
    """Chooses one of those segments; None where there is none."""
    known = _picked_for(person.pk)
    return (
        LinkField(apps.get_model("segments.Segment").objects.filter(pk__in=known), label=_("Segment"))
        if known
        else None
    )
