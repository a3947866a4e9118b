"""What a client's choice puts into the ledger."""

from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from zhike.agreements.choices import Side
from zhike.agreements.models import Decision
from zhike.agreements.twins.both import in_both, keep_beside
from zhike.agreements.twins.spoken import spoken
from zhike.core.timeline.moment import moment
from zhike.domains.projects.risks.models.option import in_full


def note_choice(risk: Any, option: Any, *, by: Any, contact: Any, how: str, words: str) -> Any:
    """A decision of theirs, confirmed by the way in which it came, in the language of whoever gave it."""
    read = spoken(risk)
    chosen = read.of(option)
    said = in_both(contact, partial(in_full, chosen), chosen.say_of())
    subject = in_both(contact, lambda: str(read.title), read.say_of("title"))
    question = in_both(contact, partial(_question, read), read.say_of("title"))
    entry = Decision.objects.add(
        by=by, client=risk.client, side=Side.THEM, contact=contact, owner=risk.owner, person=risk.owner,
        question=question["text"][:300], **said, subject=subject["text"][:80], quote=words, said_at=moment(),
        valid_from=timezone.localdate(moment()), source_text=risk.reference, source_type=risk._meta.label_lower,
        source_id=risk.pk,
    )  # fmt: skip
    keep_beside(entry, {"question": question, "subject": subject}, by=by)
    entry.confirm(by=by, contact=contact, how=how, words=words)
    return entry


def _question(risk: Any) -> str:
    return gettext("What shall be done about “%(title)s”?") % {"title": risk.title}
