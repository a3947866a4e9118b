"""Two editions side by side: sections word by word, goals that came, went or changed."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from zhike.agreements.differing import marked
from zhike.insight.strategy.choices import Section


@dataclass(frozen=True)
class Changed:
    """`label` is the section or goal; what did not change is left out."""

    label: str
    before: SafeString
    after: SafeString


def changes(before: Any, after: Any) -> list[Changed]:
    """From the earlier edition to the later one."""
    found = [(str(one.label), getattr(before, one.value), getattr(after, one.value)) for one in Section]
    olds, news = _goals(before), _goals(after)
    found += [(name, olds.get(name, ""), news.get(name, "")) for name in dict.fromkeys((*olds, *news))]
    return [Changed(label, *marked(was, now)) for label, was, now in found if was != now]


def _goals(strategy: Any) -> dict[str, str]:
    return {
        goal.name: f"{goal.get_better_display()} {goal.target.normalize():f} · {goal.by_day}"
        for goal in strategy.goals.all()
    }
