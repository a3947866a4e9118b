"""Drawing a flow: what happens, where it stands, what comes next."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.domains.projects.models.of_project import stands
from zhike.domains.requirements.flows import events
from zhike.domains.requirements.flows.choices import COLUMNS, MOST, ROWS, STRIDES, Shape, Way
from zhike.domains.requirements.flows.errors import CellTaken, FlowFull, MovedAlready, OutsideTheDrawing
from zhike.domains.requirements.flows.steps import (
    AddNodeForm,
    ChangeNodeForm,
    JoinForm,
    MoveNodeForm,
    NodeForm,
    PartForm,
)


def _spoken(flow: Any, what: Any, **more: Any) -> dict[str, Any]:
    return {"name": str(flow), "what": str(what), **more}


class Editing:
    @transition(
        may=may_work, when=stands, tells=events.ADDED, label=_("Add a step"), icon="plus", form=AddNodeForm,
        look="primary",
    )  # fmt: skip
    def add_node(
        self: Any, *, by: Any, text: str, shape: str = Shape.STEP, after: Any = None, words: str = "",
        requirement: Any = None,
    ) -> dict[str, Any]:  # fmt: skip
        """Below `after`, joined to it with `words`; without it below everything. Raises FlowFull, OutsideTheDrawing."""
        taken = set(self.nodes.values_list("column", "row"))
        if len(taken) >= MOST:
            raise FlowFull
        column, row = _free_below(taken, after)
        node = self.nodes.create(text=text, shape=shape, requirement=requirement, column=column, row=row)
        if after is not None:
            self.arrows.create(before=after, after=node, words=words)
        return _spoken(self, node, node=node.pk)

    @transition(
        may=may_work, when=stands, tells=events.CHANGED, label=_("Change a step"), icon="edit", form=ChangeNodeForm
    )
    def change_node(self: Any, *, by: Any, node: Any, text: str, shape: str, requirement: Any = None) -> dict[str, Any]:
        node.text, node.shape, node.requirement = text, shape, requirement
        node.save(update_fields=["text", "shape", "requirement"])
        return _spoken(self, node, node=node.pk)

    @transition(may=may_work, when=stands, tells=events.MOVED, label=_("Move a step"), icon="board", form=MoveNodeForm)
    def move_node(
        self: Any, *, by: Any, node: Any, way: str = "", column: int | None = None, row: int | None = None,
        seen: str = "",
    ) -> dict[str, Any]:  # fmt: skip
        """One cell on this way, or into that cell; `seen` is where it stood for the person, as "2,5".

        Raises CellTaken, OutsideTheDrawing, MovedAlready.
        """
        node.refresh_from_db()
        if seen and seen != f"{node.column},{node.row}":
            raise MovedAlready(node)
        across, down = STRIDES[Way(way)] if way else (0, 0)
        to = (node.column + across, node.row + down) if way else (column or 0, row or 0)
        if not (0 <= to[0] < COLUMNS and 0 <= to[1] < ROWS):
            raise OutsideTheDrawing
        if there := self.nodes.filter(column=to[0], row=to[1]).exclude(pk=node.pk).first():
            raise CellTaken(there)
        node.column, node.row = to
        node.save(update_fields=["column", "row"])
        return _spoken(self, node, node=node.pk)

    @transition(
        may=may_work, when=stands, tells=events.REMOVED, label=_("Take a step out"), icon="close", form=NodeForm
    )
    def remove_node(self: Any, *, by: Any, node: Any) -> dict[str, Any]:
        """With the arrows that lead to it and away from it."""
        node.delete()
        return _spoken(self, node)

    @transition(
        may=may_work, when=stands, tells=events.JOINED, label=_("Say what comes next"), icon="right", form=JoinForm
    )
    def join(self: Any, *, by: Any, before: Any, after: Any, words: str = "") -> dict[str, Any]:
        """An arrow; where there is one already, it gets these words."""
        self.arrows.update_or_create(before=before, after=after, defaults={"words": words})
        return _spoken(self, before, next=str(after))

    @transition(
        may=may_work, when=stands, tells=events.PARTED, label=pgettext_lazy("flow", "Take an arrow out"),
        icon="close", form=PartForm,
    )  # fmt: skip
    def part(self: Any, *, by: Any, arrow: Any) -> dict[str, Any]:
        arrow.delete()
        return _spoken(self, arrow.before, next=str(arrow.after))


def _free_below(taken: set[tuple[int, int]], after: Any) -> tuple[int, int]:
    """The first free cell in the row below, from the column of `after` to the right; else the row below everything."""
    if after is None:
        row = max((row for _column, row in taken), default=-1) + 1
        return _within(0, row)
    for column in range(after.column, COLUMNS):
        if (column, after.row + 1) not in taken:
            return _within(column, after.row + 1)
    return _within(after.column, max(row for _column, row in taken) + 1)


def _within(column: int, row: int) -> tuple[int, int]:
    if row >= ROWS:
        raise OutsideTheDrawing
    return column, row
