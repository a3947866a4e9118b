"""What an acceptance puts into the ledger."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from zhike.agreements.choices import Side
from zhike.agreements.models import Decision
from zhike.agreements.twins.both import in_both, keep_beside
from zhike.agreements.twins.spoken import spoken
from zhike.core.timeline.moment import moment


def note_acceptance(deliverable: Any, version: Any, *, by: Any, contact: Any, how: str, words: str) -> Any:
    """A decision of theirs, confirmed by the way in which it came, in the language of whoever gave it."""
    read = spoken(deliverable)

    def accepted() -> str:
        told = {"title": read.title, "number": version.number}
        return gettext("“%(title)s”, version %(number)d, is accepted.") % told

    said = in_both(contact, accepted, read.say_of("title"))
    made = read.of(version)
    beside = {
        "subject": in_both(contact, lambda: str(read.title), read.say_of("title")),
        "question": in_both(contact, lambda: gettext("Is “%(title)s” as agreed?") % {"title": read.title},
                            read.say_of("title")),
        "measure": in_both(contact, lambda: str(read.criteria), read.say_of("criteria")),
        "reason": in_both(contact, lambda: str(made.note), made.say_of("note")),
    }  # fmt: skip
    entry = Decision.objects.add(
        by=by, client=deliverable.client, side=Side.THEM, contact=contact, owner=deliverable.owner,
        person=deliverable.owner, question=beside["question"]["text"][:300], **said,
        subject=beside["subject"]["text"][:80],
        measure=beside["measure"]["text"][:300], quote=words, reason=beside["reason"]["text"], said_at=moment(),
        valid_from=timezone.localdate(moment()), source_text=deliverable.reference,
        source_type=deliverable._meta.label_lower, source_id=deliverable.pk,
    )  # fmt: skip
    keep_beside(entry, beside, by=by)
    entry.confirm(by=by, contact=contact, how=how, words=words)
    return entry
