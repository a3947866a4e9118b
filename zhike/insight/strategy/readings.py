"""The goals of a strategy and what carries it, for programs and assistants: `/api/v1/strategies/SY-1/goals`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

from zhike.agreements.readings import DECIMAL, NO_DAY, TEXT, made_of
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading
from zhike.insight.analytics.asked import Asked
from zhike.insight.strategy.carrying import told
from zhike.insight.strategy.shown import standings

GOAL = made_of(
    {
        "goal": {"type": "integer"}, "name": TEXT, "measure": TEXT, "better": TEXT, "target": DECIMAL, "by_day": NO_DAY,
        "now": TEXT, "of": {"type": ["integer", "null"]}, "reached": {"type": ["boolean", "null"]},
    }
)  # fmt: skip
RULE = made_of(
    {"rule": {"type": "integer"}, "section": TEXT, "kind": TEXT, "name": TEXT, "broken": {"type": "boolean"}}
)


@reading(
    "strategy.strategy", "goals", label=pgettext_lazy("strategy", "Goals"), tells=("strategies",),
    schema=made_of({"data": {"type": "array", "items": GOAL}}),
    about="The goals of an edition, each with its target and where it stands now by the figures that the caller sees. "
    "`of` is how many records a figure is made of; `goal` the number that the steps strike_goal and note take.",
)  # fmt: skip
def goals(strategy: Any, reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    same = ("name", "measure", "better", "target", "by_day")
    return {
        "data": [
            {name: getattr(one.goal, name) for name in same}
            | {"goal": one.goal.pk, "now": one.actual, "of": one.of, "reached": one.reached}
            for one in standings(strategy, Asked(reader.user, {}))
        ]
    }


@reading(
    "strategy.strategy", "carried", label=gettext_lazy("Carried by"), tells=("strategies",),
    schema=made_of({"data": {"type": "array", "items": RULE}}),
    about="The tiers, stages, segments, playbooks and contact plans that carry each section; `broken` where one is put "
    "away. The name is empty for what the caller does not see. `rule` is the number that the step let_go takes.",
)  # fmt: skip
def carried(strategy: Any, reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    return {
        "data": [
            {"rule": one.rule.pk, "section": one.rule.section, "kind": one.rule.record_type, "name": one.words,
             "broken": one.broken}
            for one in told(strategy.rules.all(), reader.user)
        ]
    }  # fmt: skip
