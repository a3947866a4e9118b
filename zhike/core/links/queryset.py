"""Making links, finding them, and who sees them."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import get_language

from zhike.core.base.languages import language_for
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.links.events import ISSUED
from zhike.core.links.purposes import PURPOSES
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import tell

if TYPE_CHECKING:
    from zhike.core.links.models import Link

BYTES, LONGEST = 32, 80


class LinkQuerySet(models.QuerySet["Link"]):
    def on(self, record: models.Model) -> Self:
        """Those of a record, newest first. Who sees the record sees them."""
        found = self.filter(record_type=record._meta.label_lower, record_id=record.pk)
        return found.select_related("created_by").order_by("-pk")

    def by_token(self, token: str) -> "Link | None":
        """The link with this secret. It is looked up by its digest, so that time tells nothing of near guesses."""
        return self.filter(digest=digest_of(token[:LONGEST])).first()

    def issue(
        self, purpose: str, record: Any, *, by: Any, for_contact: Any = None, for_email: str = "",
        expires: datetime | None = None, uses: int | None = None, facts: dict[str, Any] | None = None,
    ) -> tuple["Link", str]:  # fmt: skip
        """(link, its address). The address is said only here. Raises Forbidden; KeyError for an unknown purpose."""
        declared = PURPOSES[purpose]
        if not declared.may(by, record):
            raise Forbidden
        token = secrets.token_urlsafe(BYTES)
        link = self.model(
            purpose=purpose, digest=digest_of(token), record_type=record._meta.label_lower, record_id=record.pk,
            client_id=getattr(record, "timeline_client_id", None), created_by=by, name=str(record)[:200],
            for_name=getattr(for_contact, "name", ""), language=_language(for_contact),
            for_email=for_email or next(iter(getattr(for_contact, "emails", ())), ""), facts=facts or {},
            expires_at=expires or moment() + timedelta(days=declared.days), most=uses or declared.most,
        )  # fmt: skip
        with transaction.atomic():
            link.save(force_insert=True)
            tell(ISSUED, record, by=by, facts=link.told())
        return link, f"{settings.ADDRESS}{reverse('link', args=[token])}"


def digest_of(token: str) -> str:
    """What is stored of a secret of 256 random bits; it needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def _language(contact: Any) -> str:
    """Of the page: theirs, as of the letter with its address; where it is for nobody in particular, the maker's."""
    return language_for(contact) if contact else get_language() or settings.LANGUAGE_CODE
