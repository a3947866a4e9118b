"""What stands in a flow, for programs and assistants: `/api/v1/flows/FW-1/flow_steps`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.readings import TEXT, made_of, one_of, or_null
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading
from zhike.domains.requirements.flows.choices import Shape

NUMBER = {"type": "integer"}
NEXT = made_of({"arrow": NUMBER, "node": NUMBER, "words": TEXT})
NODE = made_of(
    {
        "node": NUMBER, "shape": one_of(Shape), "text": TEXT, "column": NUMBER, "row": NUMBER,
        "requirement": or_null(TEXT), "next": {"type": "array", "items": NEXT},
    }
)  # fmt: skip


@reading(
    "flows.flow", "flow_steps", label=gettext_lazy("Steps of the flow"), tells=("flows", "requirements"),
    schema=made_of({"data": {"type": "array", "items": NODE}}),
    about="What stands in a flow, from top to bottom: steps, decisions, beginning and end, the requirement that each "
    "takes, and what comes next with the words of the arrow. `node` and `arrow` are the numbers that the steps "
    "change_node, move_node, remove_node, join and part take.",
)  # fmt: skip
def flow_steps(flow: Any, _reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    after: dict[int, list[dict[str, Any]]] = {}
    for one in flow.arrows.all():
        after.setdefault(one.before_id, []).append({"arrow": one.pk, "node": one.after_id, "words": one.words})
    return {
        "data": [
            {name: getattr(one, name) for name in ("shape", "text", "column", "row")}
            | {
                "node": one.pk,
                "requirement": one.requirement.reference if one.requirement else None,
                "next": after.get(one.pk, []),
            }
            for one in flow.nodes.select_related("requirement")
        ]
    }
