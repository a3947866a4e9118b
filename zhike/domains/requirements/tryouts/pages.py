"""The page of a tryout: each errand with how it went and what follows from it."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.core.pages.step import StepPage
from zhike.core.ui.cells import badge
from zhike.domains.requirements.tryouts import events
from zhike.domains.requirements.tryouts.choices import LOOKS, State
from zhike.domains.requirements.tryouts.steps import PointForm

ON_THE_PAGE = ("note", "point", "want", "find_wrong")


def state_badge(tryout: Any) -> str:
    done = tryout.state == State.DONE
    return badge(tryout.get_state_display(), "good" if done else "watch", "check" if done else "waiting")


def pinned(tryout: Any) -> dict[str, Any]:
    """The version that is tried with all pins of its errands, which know their numbers on the picture."""
    errands = list(tryout.errands.select_related("requirement", "defect").prefetch_related("pins"))
    pins = sorted((pin for one in errands for pin in one.pins.all()), key=lambda pin: pin.pk)
    for number, pin in enumerate(pins, start=1):
        pin.number = number
    told = {"errands": errands, "pins": pins, "points": tryout.points}
    return told | {"version": tryout.version_tried, "deliverable": tryout.deliverable}


class TryoutPage(DetailPage):
    untold = (events.NOTED.name, events.POINTED.name)

    def steps(self, record: Any) -> list[Any]:
        """Without those whose buttons stand beside each errand."""
        return [one for one in super().steps(record) if one["step"].name not in ON_THE_PAGE]

    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        told |= pinned(record)
        for one in told["errands"]:
            one.badge = badge(one.get_went_display(), *LOOKS[one.went]) if one.went else ""
        may = told["may_amend"] and record.archived_at is None
        return told | {
            "state_badge": state_badge(record), "may": may, "tries": may and record.state == State.OPEN,
            "tried": sum(bool(one.went) for one in told["errands"]), "points": may and told["points"],
            "pin_form": PointForm(record=record) if may and told["points"] else None,
        }  # fmt: skip


class TryoutStepPage(StepPage):
    """`?errand=12` begins with that one."""

    def form(self, step: Any, record: Any, said: Any = None) -> Any:
        form = super().form(step, record, said)
        number = self.request.GET.get("errand", "")
        if said is None and form is not None and "errand" in form.fields and number.isdecimal() and len(number) < 18:
            one = record.errands.filter(pk=number).first()
            if one is not None:
                known = {"errand": one.pk, "went": one.went, "reaction": one.reaction, "statement": one.reaction}
                form.initial = {**form.initial, **known, "title": one.reaction[:200]}
        return form
