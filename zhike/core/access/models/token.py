"""A key with which a program works as one person."""

import hashlib
import secrets
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.access import events
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment

BEGINS, BYTES, SHOWN = "zk_", 32, 8


def digest_of(secret: str) -> str:
    """What is stored of a token: 64 hexadecimal digits. It has 256 random bits, so no salt or slow hash is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def may_use_doors(user: Any, _token: Any = None) -> bool:
    """Everyone who works here, readers too: a token may never do more than its person."""
    return bool(user and user.is_active)


def may_tend(user: Any, token: Any) -> bool:
    """Its own person, and administrators."""
    return may_use_doors(user) and (user.sees_all or user.pk == token.user_id)


def _works(token: Any) -> bool:
    return token.archived_at is None


class TokenQuerySet(RecordQuerySet["Token"]):
    def visible_to(self, user: Any) -> Self:
        """One's own; administrators see everyone's."""
        return self if user.sees_all else self.filter(user=user.pk)

    def issue(self, *, by: Any, user: Any = None, **values: Any) -> tuple["Token", str]:
        """(token, secret) for the person, `by` when none is named. The secret is stored nowhere and said only here."""
        secret = BEGINS + secrets.token_urlsafe(BYTES)
        made = self.add(
            by=by, user=user or by, digest=digest_of(secret), begins=secret[: len(BEGINS) + SHOWN], **values
        )
        return made, secret


class Token(Record):
    """`scopes` are `read` and `write`, for all or for one kind of record (`clients:read`). Archiving revokes it."""

    prefix = "TK"
    may_add, may_amend = staticmethod(may_use_doors), staticmethod(may_tend)

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=pgettext_lazy("of a token", "works as"), editable=False
    )
    name = models.CharField(_("what it is for"), max_length=80)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    begins = models.CharField(_("begins with"), max_length=16, editable=False)
    scopes = ArrayField(models.CharField(max_length=60), default=list, verbose_name=_("rights"))
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)

    objects: ClassVar[Any] = TokenQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("token"), _("tokens")

    def __str__(self) -> str:
        return self.name

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.TOKEN_ISSUED

    @transition(may=may_tend, when=_works, tells=events.TOKEN_REVOKED, label=_("Revoke"), icon="close", look="danger")
    def archive(self, *, by: Any) -> dict[str, Any]:
        """No request is answered with it from now on, and never again."""
        self.archived_at = moment()
        return {"name": self.name}

    restore = None  # type: ignore[assignment]  # what was revoked stays so
