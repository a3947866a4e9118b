"""Saying something about a record, and saying it otherwise."""

from typing import Any

from django.db import transaction

from zhike.core.discussion.mentions import Mentions, resolved
from zhike.core.discussion.models import Comment
from zhike.core.discussion.watching import keep_watching
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.record.amending import told
from zhike.core.record.seeing import those_who_see


def comment(record: Any, *, by: Any, text: str) -> tuple[Comment, Mentions]:
    """Say it; author and those mentioned who may see the record watch it from now on. Raises Forbidden."""
    if not those_who_see(record, [by]):
        raise Forbidden
    mentions = resolved(text, record)
    about = {"type": record._meta.label_lower, "id": record.pk}
    with transaction.atomic():
        said = Comment.objects.add(
            by=by,
            text=text,
            mentions=mentions.seeing,
            record_type=about["type"],
            record_id=about["id"],
            client_id=getattr(record, "timeline_client_id", None),
            facts={"about": about | {"text": str(record)}, "mentioned": told(mentions.seeing)},
        )
        keep_watching(about["type"], about["id"], [by, *mentions.seeing])
    return said, mentions


def reword(said: Comment, record: Any, *, by: Any, text: str, version: int | None = None) -> Mentions:
    """Say it otherwise; those newly mentioned are told. Raises Forbidden, StaleEdit."""
    mentions = resolved(text, record)
    with transaction.atomic():
        said.amend(by=by, version=version, text=text, mentions=sorted(mentions.seeing, key=lambda user: user.pk))
        keep_watching(said.record_type, said.record_id, mentions.seeing)
    return mentions
