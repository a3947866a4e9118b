"""An edition as a document: its sections, and its goals as they stand for whoever asks."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from zhike.core.base.markdown import plain
from zhike.core.documents.registry import document
from zhike.core.documents.sections import joined, prose, table
from zhike.core.ui.dates import dated_words
from zhike.insight.analytics.asked import Asked
from zhike.insight.strategy.models import Strategy
from zhike.insight.strategy.shown import Standing, standings


@document("strategy.strategy", "strategy", template="clients/dossier/typst/dossier.typ", label=gettext_lazy("Strategy"))
def strategy(record: Strategy, user: Any) -> dict[str, Any]:
    columns = (pgettext("strategy", "Goal"), pgettext("goal", "Target"), pgettext("goal", "By"), _("Now"))
    goals = table(_("Goals"), columns, map(_cells, standings(record, Asked(user, {}))))
    sections = [prose(section.label, plain(text)) for section, text in record.sections()]
    return {"title": record.title, "subtitle": _subtitle(record), "sections": joined([*sections, goals])}


def _cells(one: Standing) -> tuple[str, str, str, str]:
    return one.goal.name, one.target, dated_words(one.goal.by_day), one.actual


def _subtitle(record: Strategy) -> str:
    said = _("Edition %(number)s") % {"number": record.number}
    return f"{said} · {record.get_state_display()}"
