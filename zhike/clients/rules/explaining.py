"""Why a rule fits a client, or does not: each condition with its answer, from one query."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhike.clients.rules.fitting import company_day, truth
from zhike.clients.rules.reading import Condition, Group, Not, Rule, conditions
from zhike.clients.rules.wording import in_words


@dataclass(frozen=True)
class Answer:
    """What holds of a rule for one client; `parts` are the answers of which a group is made."""

    rule: Rule
    holds: bool
    parts: tuple["Answer", ...] = ()

    @property
    def words(self) -> str:
        return in_words(self.rule)

    @property
    def failing(self) -> list[str]:
        """The conditions that keep the rule from fitting, in words; empty when it fits."""
        return [in_words(rule) for rule in self._blame()] if not self.holds else []

    def _blame(self) -> Iterator[Rule]:
        """In a group of all those that fail; what is asked otherwise is named as a whole."""
        if isinstance(self.rule, Group) and self.rule.every:
            for part in self.parts:
                if not part.holds:
                    yield from part._blame()
        else:
            yield self.rule


def explain(rule: Rule, client: Any, today: date | None = None) -> Answer:
    """The answer for the client as it stands in the database. Raises DoesNotExist when it stands there no more."""
    asked = list(conditions(rule))
    day = today or company_day()
    truths = {f"truth_{place}": truth(one, day) for place, one in enumerate(asked)}
    row = type(client)._base_manager.filter(pk=client.pk).values_list(*truths.values()).get()
    return _answer(rule, iter(row))


def _answer(rule: Rule, truths: Iterator[bool]) -> Answer:
    if isinstance(rule, Condition):
        return Answer(rule, next(truths))
    if isinstance(rule, Not):
        inner = _answer(rule.inner, truths)
        return Answer(rule, not inner.holds, (inner,))
    parts = tuple([_answer(part, truths) for part in rule.parts])
    return Answer(rule, (all if rule.every else any)(part.holds for part in parts), parts)
