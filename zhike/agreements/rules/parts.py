"""Rules of engagement on other pages."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.agreements.rules.compiling import compiled
from zhike.agreements.rules.wording import in_a_sentence
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader


@part("clauses.rail", template="engagement/as_a_rule.html", label=_("As a rule of engagement"), order=10)
def as_a_rule(clause: Any, _reader: Reader) -> dict[str, Any] | None:
    """What of the clause a machine keeps, or why it cannot."""
    rule = compiled(clause)
    return {"rule": rule, "sentence": in_a_sentence(rule), "holds": clause.state == "confirmed"} if rule else None
