"""The page of an edition: its sections with the rules that carry them, and where its goals stand."""

from collections import defaultdict
from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.insight.analytics.asked import Asked
from zhike.insight.strategy.carrying import Carried, told
from zhike.insight.strategy.choices import Section, State
from zhike.insight.strategy.events import CARRIED, GOAL
from zhike.insight.strategy.models import Strategy
from zhike.insight.strategy.shown import standings


class StrategyPage(DetailPage):
    untold = (GOAL.name, CARRIED.name)

    def context(self, record: Any) -> dict[str, Any]:
        user = self.request.user
        by_section: dict[str, list[Carried]] = defaultdict(list)
        for one in told(record.rules.all(), user):
            by_section[one.rule.section].append(one)
        told_above = {"title", *Section.values}
        context = super().context(record)
        seen = Strategy.objects.visible_to(user).standing().exclude(pk=record.pk)
        return context | {
            "sections": [(one, text, by_section.pop(one.value, [])) for one, text in record.sections()],
            "carried": [one for those in by_section.values() for one in those],
            "standings": standings(record, Asked(user, {})),
            "others": seen.order_by("-number"),
            "facts": [(one, said) for one, said in context["facts"] if one.name not in told_above],
            "draft": seen.filter(state=State.DRAFT).first(),
        }
