"""A journey as a document: phase after phase, each touchpoint with where it stands for whoever asks."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from zhike.core.base.markdown import plain
from zhike.core.documents.registry import document
from zhike.core.documents.sections import Entry, entries, facts, joined, prose
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import dated_words
from zhike.insight.journeys.models import Journey
from zhike.insight.journeys.shown import Card, cards, segment_words


@document(
    "journeys.journey", "journey", template="clients/dossier/typst/dossier.typ", label=gettext_lazy("Client journey")
)
def as_document(journey: Journey, user: Any) -> dict[str, Any]:
    reader, phases = Reader(user), journey.phases()
    drawn = iter(cards(journey, [one for those in phases.values() for one in those], reader))
    told = [
        entries(f"{number}. {name}", [_entry(next(drawn), reader) for _one in those])
        for number, (name, those) in enumerate(phases.items(), start=1)
    ]
    head = ((_("Clients"), segment_words(journey)), (_("Owner"), str(journey.owner)))
    whose = _("Figures count what %(who)s sees.") % {"who": user}
    return {
        "title": journey.name,
        "subtitle": segment_words(journey),
        "sections": joined([
            prose(_("What it shall be like"), plain(journey.purpose)), *told, facts(_("Client journey"), head),
            prose(_("Where it stands"), whose),
        ]),
    }  # fmt: skip


def _entry(card: Card, reader: Reader) -> Entry:
    """What they want, who answers for it; where it stands and what is being made better."""
    point = card.touchpoint
    text = [point.wants, *(_better(one) for one in card.improvements)]
    about = (point.get_kind_display(), point.channel, reader.people.get(point.owner_id, ""))
    return Entry(str(point), _stands(card), "\n".join(filter(None, text)), " · ".join(filter(None, about)))


def _stands(card: Card) -> str:
    """Now, with the number of records behind it where they are few; and the target."""
    stands = card.stands
    if not stands.actual:
        now = _("nothing to count yet") if card.touchpoint.measure else _("not noted yet")
    elif stands.is_small:
        few = ngettext("of %(number)s only", "of %(number)s only", stands.of or 0) % {"number": stands.of}
        now = f"{stands.actual} ({few})"
    else:
        now = stands.actual
    reached = {True: pgettext("goal", "reached"), False: pgettext("goal", "not yet"), None: ""}[stands.reached]
    target = _("target %(value)s") % {"value": stands.target} if stands.target else ""
    return " · ".join(filter(None, (now, target, reached)))


def _better(improvement: Any) -> str:
    said = f"{improvement.text} ({improvement.get_state_display()})"
    return f"→ {said}, {dated_words(improvement.due_on)}" if improvement.due_on else f"→ {said}"
