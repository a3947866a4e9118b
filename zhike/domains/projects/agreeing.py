"""What the client confirms of a project stands in the ledger: a decision of theirs, read back like any other."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from zhike.agreements.choices import Side
from zhike.agreements.models import Decision
from zhike.agreements.twins.both import in_both, keep_beside
from zhike.agreements.twins.spoken import spoken
from zhike.core.timeline.moment import moment


def ask_for(record: Any, contact: Any, *, by: Any, question: Mapping[str, str], **said: str) -> Any:
    """The entry, which they still have to confirm; `record` stands in a project.

    `said`: text, its twin, which prevails; `question` the same.
    """
    lead, project = record.project.lead, spoken(record.project)
    subject = in_both(contact, lambda: str(project.name), project.say_of("name"))
    made = Decision.objects.add(
        by=by, client=record.client, side=Side.THEM, contact=contact, owner=lead, person=lead,
        question=question["text"][:300],
        **said, subject=subject["text"][:80], said_at=moment(), valid_from=timezone.localdate(moment()),
        source_text=record.reference, source_type=record._meta.label_lower, source_id=record.pk,
    )  # fmt: skip
    keep_beside(made, {"question": question, "subject": subject}, by=by)
    return made
