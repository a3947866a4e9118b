"""Tiers follow what happens to clients and to the rules themselves."""

from zhike.clients.rules.needs import needs, touched_clients
from zhike.clients.tiers.jobs import move_everyone
from zhike.clients.tiers.models import Tier
from zhike.clients.tiers.moving import refresh
from zhike.core.timeline.reactions import Batch, reaction

TIER = Tier._meta.label_lower


@reaction()
def follow_the_rules(batch: Batch) -> None:
    """Whoever an event may have moved is asked again; another rule asks everyone, in a job of its own."""
    rules = [rule for tier in Tier.objects.in_order() if (rule := tier.asks)]
    touched = set().union(*(touched_clients(batch, needs(rule)) for rule in rules)) if rules else set()
    if touched:
        refresh(touched)
    if any(event.record_type == TIER for event in batch):
        move_everyone.defer()
