"""What was agreed on a day, as a document: just what the page shows."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from zhike.agreements.agreed_page import Question
from zhike.agreements.as_of import Pair, Standing
from zhike.agreements.deciding import words_of
from zhike.agreements.dossier import told
from zhike.agreements.shown import change_words
from zhike.agreements.subjects import subject_of
from zhike.clients.models import Client
from zhike.core.documents.registry import document
from zhike.core.documents.sections import Section, entries, joined, table
from zhike.core.ui.dates import dated_words


@document(
    "clients.client", "agreed", template="clients/dossier/typst/dossier.typ", label=gettext_lazy("What was agreed"),
    takes=("on", "against", "read", "differs"),
)  # fmt: skip
def agreed(client: Client, user: Any, **said: str) -> dict[str, Any]:
    """By the words of the page's address; without them what is valid today."""
    asked = Question.of(said, reading="valid")
    pairs = [pair for pair in asked.pairs(client) if pair.change or not asked.differs]
    return {
        "title": client.name,
        "subtitle": _("What was agreed on %(day)s") % {"day": dated_words(asked.day)},
        "sections": joined([_two(asked, pairs) if asked.twofold else _one(asked, pairs), _people(asked, client)]),
    }


def _one(asked: Question, pairs: list[Pair]) -> Section | None:
    words = _("Known on %(day)s") if asked.reading == "known" else _("Valid on %(day)s")
    standings = [one.after for one in pairs if one.after]
    return entries(words % {"day": dated_words(asked.day)}, map(told, standings))


def _two(asked: Question, pairs: list[Pair]) -> Section | None:
    """Side by side, line by line."""
    return table(_("What was agreed"), (_("About"), *_sides(asked)), map(_cells, pairs))


def _sides(asked: Question) -> tuple[str, str]:
    day = {"day": dated_words(asked.day)}
    if asked.against:
        return _("Valid on %(day)s") % day, _("Valid on %(day)s") % {"day": dated_words(asked.against)}
    return _("Known on %(day)s") % day, _("Valid on %(day)s, as we know today") % day


def _people(asked: Question, client: Client) -> Section | None:
    """Who could decide what."""
    label = pgettext("of a client", "Who decides")
    found = [one for one in asked.people(client) if one.change or not asked.differs]
    if not asked.twofold:
        return table(label, (_("About"), _("Who")), ((one.right.about, words_of(one.right)) for one in found))
    rows = ((one.right.about, words_of(one.before) if one.before else _("not yet"),
             words_of(one.after) if one.after else _("no longer")) for one in found)  # fmt: skip
    return table(label, (_("About"), *_sides(asked)), rows)


def _cells(pair: Pair) -> tuple[str, str, str]:
    subject, same = subject_of(pair.entry), _("the same") if pair.before and not pair.change else ""
    about = "\n".join(filter(None, (subject, change_words(pair.change))))
    return about, _cell(pair.before, _("not yet")), same or _cell(pair.after, _("no longer"))


def _cell(standing: Standing | None, otherwise: str) -> str:
    if standing is None:
        return otherwise
    one = told(standing)
    return f"{one.text}\n{one.note}"
