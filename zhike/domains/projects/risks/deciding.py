"""What a client's choice puts into the ledger."""

from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override

from zhike.agreements.choices import Side
from zhike.agreements.models import Decision
from zhike.agreements.twins.both import in_both
from zhike.agreements.twins.spoken import spoken
from zhike.core.base.languages import language_for
from zhike.core.timeline.moment import moment
from zhike.domains.projects.risks.models.option import in_full


def note_choice(risk: Any, option: Any, *, by: Any, contact: Any, how: str, words: str) -> Any:
    """A decision of theirs, confirmed by the way in which it came, in the language of whoever gave it."""
    read = spoken(risk)
    chosen = read.of(option)
    said = in_both(contact, partial(in_full, chosen), chosen.say_of())
    with override(language_for(contact)):
        title = read.title
        question = gettext("What shall be done about “%(title)s”?") % {"title": title}
    entry = Decision.objects.add(
        by=by, client=risk.client, side=Side.THEM, contact=contact, owner=risk.owner, person=risk.owner,
        question=question[:300], **said, subject=title[:80], quote=words, said_at=moment(),
        valid_from=timezone.localdate(moment()), source_text=risk.reference, source_type=risk._meta.label_lower,
        source_id=risk.pk,
    )  # fmt: skip
    entry.confirm(by=by, contact=contact, how=how, words=words)
    return entry
