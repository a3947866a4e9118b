"""The pages of a guide and of an inquiry."""

from typing import Any

from zhike.agreements.twins.spoken import spoken
from zhike.core.pages.detail import DetailPage
from zhike.core.pages.step import StepPage
from zhike.core.timeline.kinds import EventKind
from zhike.core.ui.cells import badge
from zhike.domains.requirements.inquiries import events
from zhike.domains.requirements.inquiries.choices import State
from zhike.domains.requirements.inquiries.forms import AnswersForm
from zhike.domains.requirements.inquiries.questions import questions_in

QUIET = tuple(str(one) for one in vars(events).values() if isinstance(one, EventKind) and one.quiet)


def state_badge(inquiry: Any) -> str:
    done = inquiry.state == State.DONE
    return badge(inquiry.get_state_display(), "good" if done else "watch", "check" if done else "waiting")


class GuidePage(DetailPage):
    shown_elsewhere = ("questions", "questions_zh")

    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        return told | {
            "languages": [("en", questions_in(record.questions)), ("zh", questions_in(record.questions_zh))],
            "uses": record.archived_at is None and told["may_amend"],
        }


class InquiryPage(DetailPage):
    """Questions with their answers; while it is open, to be filled in on the spot."""

    untold = QUIET

    def steps(self, record: Any) -> list[Any]:
        """Without those whose forms stand on the page."""
        return [one for one in super().steps(record) if one["step"].name not in ("note", "become")]

    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        answers = spoken(record).all_of(record.answers.select_related("requirement"))
        may = told["may_amend"] and record.archived_at is None
        asks = may and record.state == State.OPEN
        return told | {
            "state_badge": state_badge(record),
            "answers": answers,
            "answered": sum(bool(one.text) for one in answers),
            "may": may,
            "form": AnswersForm(answers=answers) if asks and answers else None,
        }


class InquiryStepPage(StepPage):
    """`?answer=12` begins with that one."""

    def form(self, step: Any, record: Any, said: Any = None) -> Any:
        form = super().form(step, record, said)
        number = self.request.GET.get("answer", "")
        if said is None and form is not None and "answer" in form.fields and number.isdecimal() and len(number) < 18:
            one = record.answers.filter(pk=number).first()
            if one is not None:
                form.initial = {**form.initial, "answer": one.pk, "statement": one.text, "text": one.text}
        return form
