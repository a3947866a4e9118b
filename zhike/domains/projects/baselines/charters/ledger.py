"""A charter in the ledger: which decision it is, and which it takes the place of."""

from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from zhike.agreements.choices import OPEN, UNSETTLED
from zhike.agreements.models import Decision
from zhike.agreements.twins.both import in_both, keep_beside
from zhike.domains.projects.agreeing import ask_for
from zhike.domains.projects.baselines.charters.wording import parts_of, told, words_of


def propose(charter: Any, contact: Any, *, by: Any) -> Any:
    """The entry. What they confirmed of the project before holds until they confirm this; what they did not goes."""
    parts = parts_of(charter.content)
    said = in_both(contact, partial(words_of, charter), parts)
    question = in_both(contact, partial(_question, charter), parts[:1])
    reason = in_both(contact, lambda: _("The charter was put together anew."), ())
    before = _former(charter)
    if before is not None and before.state not in UNSETTLED:
        asked = {"reason": reason["text"], "question": question["text"]}
        before.renegotiate(by=by, **asked, **said, contact=contact)
        made = Decision.objects.filter(supersedes=before).latest("pk")
        keep_beside(made, {"question": question, "reason": reason}, by=by)
        return made
    if before is not None:
        before.withdraw(by=by, reason=reason["text"])
    return ask_for(charter, contact, by=by, question=question, **said)


def _question(charter: Any) -> str:
    name = told(charter.content, charter.content["name"])
    return (_("Do we go by this, its scope included: “%(project)s”?") % {"project": name})[:300]


def _former(charter: Any) -> Any:
    """What they decided, or were asked, about the charter before."""
    former = type(charter).objects.filter(project=charter.project_id, number__lt=charter.number)
    known = former.filter(entry__state__in=OPEN).order_by("-number").first()
    return Decision.objects.get(pk=known.entry_id) if known else None
