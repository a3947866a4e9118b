"""What other rules may ask of tiers. A tier's own rule cannot: it would wait for itself."""

from django.utils.translation import pgettext_lazy

from zhike.clients.rules.kinds import Kind
from zhike.clients.rules.registry import RuleField, declare
from zhike.clients.tiers.models import Tier


def _tiers() -> list[tuple[int, str]]:
    return [(one.pk, str(one)) for one in Tier.objects.in_order()]


declare(
    RuleField(
        name="tier", label=pgettext_lazy("of a client", "Tier"), kind=Kind.RECORD, value="tier_id", options=_tiers,
        columns=("tier",),
    )
)  # fmt: skip
