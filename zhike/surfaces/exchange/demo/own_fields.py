"""Three own fields of clients, as a studio would add them."""

from zhike.core.fields.models import FieldDefinition
from zhike.core.timeline.moment import at
from zhike.surfaces.exchange.demo.world import World

FIELDS = (
    ("found_us", "How they found us", "如何找到我们", "choice", "Referral 介绍\nFair 展会\nWebsite 官网\nTender 招标"),
    ("yearly_budget", "Yearly budget", "年度预算", "money", ""),
    ("contract_ends", "Contract ends", "合同到期", "date", ""),
)


def build(world: World) -> None:
    """A company that has a field of this key already keeps its own."""
    taken = set(FieldDefinition.objects.filter(record_type="clients.client").values_list("key", flat=True))
    with at(world.beginning):
        for place, (key, label, chinese, kind, choices) in enumerate(FIELDS):
            if key not in taken:
                FieldDefinition.objects.add(
                    by=world.staff["ada"], record_type="clients.client", key=key, label=label, label_zh=chinese,
                    kind=kind, choices=choices, position=place + 1,
                )  # fmt: skip
