"""A baseline in the ledger: the plan in words, and which decision it takes the place of."""

from datetime import date
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from zhike.agreements.choices import OPEN
from zhike.agreements.models import Decision
from zhike.agreements.twins.both import in_both, keep_beside
from zhike.agreements.twins.keeping import said_from
from zhike.agreements.twins.said import Said
from zhike.agreements.twins.spoken import spoken
from zhike.core.ui.dates import dated_words
from zhike.domains.projects.agreeing import ask_for

MILESTONES = 12


def propose(baseline: Any, contact: Any, *, by: Any) -> Any:
    """The entry. Where a baseline before it stands in the ledger, this one shall take its place."""
    question = in_both(contact, partial(_question, baseline), _parts(baseline.content)[:1])
    read = spoken(baseline)
    reason = in_both(contact, lambda: str(read.reason), read.say_of("reason"))
    said = in_both(contact, partial(words_of, baseline), _parts(baseline.content))
    before = _former(baseline)
    if before is not None:
        asked = {"reason": reason["text"], "question": question["text"]}
        before.renegotiate(by=by, **asked, **said, contact=contact)
        made = Decision.objects.filter(supersedes=before).latest("pk")
        keep_beside(made, {"question": question, "reason": reason}, by=by)
        return made
    return ask_for(baseline, contact, by=by, question=question, **said)


def words_of(baseline: Any) -> str:
    """The plan in a few lines, in the language of the moment."""
    kept = baseline.content
    lines = [_("Plan %(number)d of “%(project)s”") % {"number": baseline.number, "project": _told(kept, kept["name"])}]
    if kept["ends_on"]:
        lines.append(_("Done by %(day)s.") % {"day": _day(kept["ends_on"])})
    for one in sorted(kept["milestones"], key=lambda one: one["due_on"])[:MILESTONES]:
        lines.append(_("%(day)s: %(what)s") % {"day": _day(one["due_on"]), "what": _told(kept, one["title"])})
    for words, name in ((_("In it: %(what)s"), "scope"), (_("Not in it: %(what)s"), "excluded")):
        if kept[name]:
            lines.append(words % {"what": _("; ").join(_told(kept, one) for one in kept[name])})
    return "\n".join(lines)


def _question(baseline: Any) -> str:
    told = {"number": baseline.number, "project": _told(baseline.content, baseline.content["name"])}
    return (_("Do we go by plan %(number)d of “%(project)s”?") % told)[:300]


def _parts(kept: dict[str, Any]) -> list[Said]:
    """All texts that it is made of."""
    texts = [kept["name"], *(one["title"] for one in kept["milestones"]), *kept["scope"], *kept["excluded"]]
    return [said_from(kept.get("wordings", {}), text) for text in texts if text]


def _told(kept: dict[str, Any], text: str) -> str:
    return said_from(kept.get("wordings", {}), text).first


def _former(baseline: Any) -> Any:
    """What the client decided, or was asked, about the baseline before."""
    former = type(baseline).objects.filter(project=baseline.project_id, number__lt=baseline.number)
    known = former.exclude(entry=None).order_by("-number").first()
    if known is None or known.entry.state not in OPEN:
        return None
    return Decision.objects.get(pk=known.entry_id)


def _day(said: str) -> str:
    return dated_words(date.fromisoformat(said))
