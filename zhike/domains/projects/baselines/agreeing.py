"""A baseline in the ledger: a decision of the client's, read back and confirmed like any other."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from zhike.agreements.choices import OPEN, Side
from zhike.agreements.models import Decision
from zhike.core.links.queryset import LANGUAGES
from zhike.core.timeline.moment import moment
from zhike.core.ui.dates import dated_words

MILESTONES = 12


def propose(baseline: Any, contact: Any, *, by: Any) -> Any:
    """The entry. Where a baseline before it stands in the ledger, this one shall take its place."""
    with override(LANGUAGES.get(contact.language, "en")):
        question, text = _question(baseline), words_of(baseline)
    before = _former(baseline)
    if before is not None:
        before.renegotiate(by=by, reason=baseline.reason, question=question, text=text, contact=contact)
        return Decision.objects.filter(supersedes=before).latest("pk")
    return Decision.objects.add(
        by=by, client=baseline.client, side=Side.THEM, contact=contact, owner=baseline.project.lead,
        person=baseline.project.lead, question=question, text=text, subject=str(baseline.project)[:80],
        said_at=moment(), valid_from=timezone.localdate(moment()), source_text=baseline.reference,
        source_type=baseline._meta.label_lower, source_id=baseline.pk,
    )  # fmt: skip


def confirm(entry: Any, *, by: Any, contact: Any, how: str, words: str) -> None:
    Decision.objects.get(pk=entry.pk).confirm(by=by, contact=contact, how=how, words=words)
    entry.refresh_from_db()


def words_of(baseline: Any) -> str:
    """The plan in a few lines, in the language of the moment."""
    kept = baseline.content
    lines = [_("Plan %(number)d of “%(project)s”") % {"number": baseline.number, "project": kept["name"]}]
    if kept["ends_on"]:
        lines.append(_("Done by %(day)s.") % {"day": _day(kept["ends_on"])})
    for one in sorted(kept["milestones"], key=lambda one: one["due_on"])[:MILESTONES]:
        lines.append(_("%(day)s: %(what)s") % {"day": _day(one["due_on"]), "what": one["title"]})
    for words, name in ((_("In it: %(what)s"), "scope"), (_("Not in it: %(what)s"), "excluded")):
        if kept[name]:
            lines.append(words % {"what": _("; ").join(kept[name])})
    return "\n".join(lines)


def _question(baseline: Any) -> str:
    told = {"number": baseline.number, "project": baseline.content["name"]}
    return (_("Do we go by plan %(number)d of “%(project)s”?") % told)[:300]


def _former(baseline: Any) -> Any:
    """What the client decided, or was asked, about the baseline before."""
    former = type(baseline).objects.filter(project=baseline.project_id, number__lt=baseline.number)
    known = former.exclude(entry=None).order_by("-number").first()
    if known is None or known.entry.state not in OPEN:
        return None
    return Decision.objects.get(pk=known.entry_id)


def _day(said: str) -> str:
    return dated_words(date.fromisoformat(said))
