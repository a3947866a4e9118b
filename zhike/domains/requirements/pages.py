"""The page of a requirement: what was heard, how clear that is, and what both sides mean by it."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.core.pages.detail import DetailPage
from zhike.core.timeline.kinds import EventKind
from zhike.domains.requirements import events
from zhike.domains.requirements.ambiguity import ambiguity
from zhike.domains.requirements.asking import ask_url
from zhike.domains.requirements.choices import OVER, State, Verdict
from zhike.domains.requirements.ledger import standing, waiting
from zhike.domains.requirements.models import Conflict
from zhike.domains.requirements.models.weighing import WEIGHED, can_be_rated
from zhike.domains.requirements.shown import bars, marked, priority_words, rating_words, score_words, state_badge

QUIET = tuple(str(one) for one in vars(events).values() if isinstance(one, EventKind) and one.quiet)
VERDICTS = {Verdict.YES: "good", Verdict.IF: "watch", Verdict.NO: "bad"}
SHOWN = {
    "wording", "measure", "why", "reason", "instead", "source", "source_text", "verdict", "verdict_why", "priority",
    "method", "agreed_on", "changed_on", "ended_on", "ambiguity", "heard_ambiguity", "place",
}  # fmt: skip
ELSEWHERE = ("rate", "add_path", "add_evidence", "move")


class RequirementPage(DetailPage):
    untold = QUIET
    shown_elsewhere = SHOWN

    def steps(self, record: Any) -> list[Any]:
        """Without those whose buttons stand where they belong on the page."""
        found = [one for one in super().steps(record) if one["step"].name not in ELSEWHERE]
        for one in found:
            if one["step"].name == "start" and not record.left_out_by:
                one["step"] = replace(one["step"], form=None)
        return found

    def context(self, record: Any) -> dict[str, Any]:
        found = ambiguity(record.statement, record.measure)
        entry = standing(record.entry) if record.entry else None
        new = waiting(entry) if entry else None
        asked = new or (entry if record.state == State.ASKED else None)
        told = super().context(record)
        may = told["may_amend"] and record.archived_at is None
        return (
            told
            | weighed(record, told["reader"], may)
            | {
                "over": record.state in OVER,
                "badge": state_badge(record),
                "heard": marked(record.statement, found),
                "clearness": found,
                "bars": bars(found.score),
                "score_words": score_words(found.score),
                "entry": entry,
                "new_words": new,
                "against": _against(record),
                "checked": None if record.state in (*OVER, State.BUILT) else record.checked,
                "answers": may and Tradeoff.may_add(self.request.user, None),
                "ways": record.instead.splitlines(),
                "ask_url": ask_url(record, asked) if asked and told["may_amend"] else "",
            }
        )


def weighed(record: Any, reader: Any, may: bool) -> dict[str, Any]:
    """Its priority with what it rests on, the ways to build it, and what the market shows."""
    ratings = list(record.ratings.filter(method=record.method).select_related("rated_by"))
    rating = ratings[-1] if ratings else None
    weighs = may and record.state in WEIGHED
    return {
        "priority_words": priority_words(record) or _("Not rated yet"),
        "rating": rating,
        "ratings": len(ratings),
        "rating_values": rating_words(rating) if rating else [],
        "rates": weighs and can_be_rated(record),
        "weighs": weighs,
        "paths": [(one, reader.money(one.cost, one.currency)) for one in record.paths.all()],
        "evidence": list(record.evidence.all()),
        "verdict_look": VERDICTS.get(record.verdict, ""),
    }


def _against(requirement: Any) -> list[Any]:
    """Conflicts with others that nobody decided yet, each with its `rival`."""
    found: list[Any] = list(Conflict.objects.open().of(requirement).select_related("one__contact", "other__contact"))
    for one in found:
        one.rival = one.other if one.one_id == requirement.pk else one.one
    return found
