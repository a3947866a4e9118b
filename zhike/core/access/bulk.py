"""Who may take records out in bulk, and for whom phones and e-mails are plain in what is taken out."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_administer, may_lead, may_work


class Takers(models.TextChoices):
    ALL = "all", _("everyone, readers too")
    STAFF = "staff", _("everyone but readers")
    MANAGERS = "managers", _("managers and administrators")
    ADMINS = "admins", _("administrators")


class PlainTo(models.TextChoices):
    OWNERS = "owners", _("managers, and owners for their own clients")
    ALL = "all", _("everyone who may export")


def may_export(user: Any, record: Any = None) -> bool:
    """As the company has set it."""
    from zhike.core.access.preferences import company

    if not getattr(user, "is_active", False):
        return False
    by_right = {Takers.STAFF: may_work, Takers.MANAGERS: may_lead, Takers.ADMINS: may_administer}
    allowed = by_right.get(Takers(company().exporters))
    return allowed is None or user.is_system or allowed(user)


def sees_all_plain(user: Any) -> bool:
    """Whether nothing is masked for this person, whoever owns the client."""
    from zhike.core.access.preferences import company

    return company().plain_to == PlainTo.ALL or may_lead(user)
