"""People who work together on the same clients."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_administer
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


class TeamQuerySet(RecordQuerySet["Team"]):
    def visible_to(self, user):  # type: ignore[no-untyped-def]
        """Everyone on staff sees the teams."""
        return self if user.is_active else self.none()


class Team(Record):
    prefix = "TM"
    may_add = may_amend = staticmethod(may_administer)

    name = models.CharField(_("name"), max_length=80, unique=True)

    objects: ClassVar[Any] = TeamQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("team"), _("teams")

    def __str__(self) -> str:
        return self.name
