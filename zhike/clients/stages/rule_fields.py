"""What rules of other areas may ask of a client's stage."""

from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.kinds import Kind
from zhike.clients.rules.registry import RuleField, declare
from zhike.clients.stages.models import Stage


def offered() -> list[tuple[int, str]]:
    return [(stage.pk, str(stage)) for stage in Stage.objects.in_order()]


declare(
    RuleField(
        name="stage", label=_("Stage"), kind=Kind.RECORD, group=_("Dealings"), value="stage_id", options=offered,
        columns=("stage",),
    ),
    RuleField(
        name="stage_since", label=_("In this stage since"), kind=Kind.MOMENT, group=_("Dealings"), value="stage_since",
        columns=("stage",),
    ),
)  # fmt: skip
