"""The page of a tryout: each errand with how it went and what follows from it."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.core.pages.step import StepPage
from zhike.core.ui.cells import badge
from zhike.domains.requirements.tryouts import events
from zhike.domains.requirements.tryouts.choices import LOOKS, State

ON_THE_PAGE = ("note", "want", "find_wrong")


def state_badge(tryout: Any) -> str:
    done = tryout.state == State.DONE
    return badge(tryout.get_state_display(), "good" if done else "watch", "check" if done else "waiting")


class TryoutPage(DetailPage):
    untold = (events.NOTED.name,)

    def steps(self, record: Any) -> list[Any]:
        """Without those whose buttons stand beside each errand."""
        return [one for one in super().steps(record) if one["step"].name not in ON_THE_PAGE]

    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        errands: list[Any] = list(record.errands.select_related("requirement", "defect"))
        for one in errands:
            one.badge = badge(one.get_went_display(), *LOOKS[one.went]) if one.went else ""
        may = told["may_amend"] and record.archived_at is None
        return told | {
            "state_badge": state_badge(record), "errands": errands, "may": may,
            "tries": may and record.state == State.OPEN, "tried": sum(bool(one.went) for one in errands),
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
