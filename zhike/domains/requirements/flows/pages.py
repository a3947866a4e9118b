"""The page of a flow: drawn, and the same in words."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.core.pages.step import StepPage
from zhike.core.timeline.kinds import EventKind
from zhike.domains.requirements.flows import events
from zhike.domains.requirements.flows.drawing import drawing_of
from zhike.domains.requirements.flows.steps import AddNodeForm, JoinForm

QUIET = tuple(str(one) for one in vars(events).values() if isinstance(one, EventKind) and one.quiet)
ON_THE_PAGE = ("add_node", "change_node", "move_node", "remove_node", "join", "part")


class FlowPage(DetailPage):
    untold = QUIET

    def steps(self, record: Any) -> list[Any]:
        """Without those whose forms stand on the page."""
        return [one for one in super().steps(record) if one["step"].name not in ON_THE_PAGE]

    def context(self, record: Any) -> dict[str, Any]:
        told, user = super().context(record), self.request.user
        nodes = list(record.nodes.select_related("requirement"))
        arrows = list(record.arrows.all())
        drawing = drawing_of(nodes, arrows)
        draws = told["may_amend"] and record.archived_at is None
        last = {"after": nodes[-1].pk} if nodes else {}
        return told | {
            "drawing": drawing,
            "lines": _lines(drawing, arrows),
            "draws": draws,
            "add_form": AddNodeForm(record=record, by=user, initial=last, auto_id="add_%s") if draws else None,
            "join_form": JoinForm(record=record, by=user, auto_id="join_%s") if draws and len(nodes) > 1 else None,
        }


def _lines(drawing: Any, arrows: list[Any]) -> list[tuple[Any, list[tuple[Any, Any]]]]:
    """(box, what comes next: (arrow, box)) of each node, in the order in which one reads."""
    by_node = {box.node.pk: box for box in drawing.boxes}
    return [
        (box, [(one, by_node[one.after_id]) for one in arrows if one.before_id == box.node.pk]) for box in drawing.boxes
    ]


class FlowStepPage(StepPage):
    """`?node=12` begins with what that one says."""

    def form(self, step: Any, record: Any, said: Any = None) -> Any:
        form = super().form(step, record, said)
        number = self.request.GET.get("node", "")
        if said is None and form is not None and "node" in form.fields and number.isdecimal() and len(number) < 18:
            node = record.nodes.filter(pk=number).first()
            if node is not None:
                known = {"node": node.pk, "text": node.text, "shape": node.shape, "requirement": node.requirement_id}
                form.initial = {**form.initial, **known}
        return form
