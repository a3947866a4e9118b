"""What an acceptance puts into the ledger."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override

from zhike.agreements.choices import Side
from zhike.agreements.models import Decision
from zhike.core.links.queryset import LANGUAGES
from zhike.core.timeline.moment import moment


def note_acceptance(deliverable: Any, version: Any, *, by: Any, contact: Any, how: str, words: str) -> Any:
    """A decision of theirs, confirmed by the way in which it came, in the language of whoever gave it."""
    with override(LANGUAGES.get(contact.language, "en")):
        told = {"title": deliverable.title, "number": version.number}
        question = gettext("Is “%(title)s” as agreed?") % told
        text = gettext("“%(title)s”, version %(number)d, is accepted.") % told
    entry = Decision.objects.add(
        by=by, client=deliverable.client, side=Side.THEM, contact=contact, owner=deliverable.owner,
        person=deliverable.owner, question=question[:300], text=text, subject=deliverable.title[:80],
        measure=deliverable.criteria[:300], quote=words, reason=version.note, said_at=moment(),
        valid_from=timezone.localdate(moment()), source_text=deliverable.reference,
        source_type=deliverable._meta.label_lower, source_id=deliverable.pk,
    )  # fmt: skip
    entry.confirm(by=by, contact=contact, how=how, words=words)
    return entry
