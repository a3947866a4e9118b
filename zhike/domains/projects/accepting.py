"""What an acceptance puts into the ledger."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override

from zhike.agreements.choices import Side
from zhike.agreements.models import Decision
from zhike.agreements.twins.both import in_both
from zhike.agreements.twins.spoken import spoken
from zhike.core.base.languages import language_for
from zhike.core.timeline.moment import moment


def note_acceptance(deliverable: Any, version: Any, *, by: Any, contact: Any, how: str, words: str) -> Any:
    """A decision of theirs, confirmed by the way in which it came, in the language of whoever gave it."""
    read = spoken(deliverable)

    def accepted() -> str:
        told = {"title": read.title, "number": version.number}
        return gettext("“%(title)s”, version %(number)d, is accepted.") % told

    said = in_both(contact, accepted, read.say_of("title"))
    with override(language_for(contact)):
        title, measure, new = read.title, read.criteria, read.of(version).note
        question = gettext("Is “%(title)s” as agreed?") % {"title": title}
    entry = Decision.objects.add(
        by=by, client=deliverable.client, side=Side.THEM, contact=contact, owner=deliverable.owner,
        person=deliverable.owner, question=question[:300], subject=title[:80], **said,
        measure=measure[:300], quote=words, reason=new, said_at=moment(),
        valid_from=timezone.localdate(moment()), source_text=deliverable.reference,
        source_type=deliverable._meta.label_lower, source_id=deliverable.pk,
    )  # fmt: skip
    entry.confirm(by=by, contact=contact, how=how, words=words)
    return entry
