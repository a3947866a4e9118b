"""The base of every record. Abstract: it has no table of its own."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.errors import Replaced
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record import events
from zhike.core.record.amending import Amendable
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.moment import moment


def may_amend_it(user: Any, record: Any) -> bool:
    """Who may put a record away is who may change it."""
    return bool(type(record).may_amend(user, record))


def _stands(record: Any) -> bool:
    return record.archived_at is None and record.is_archivable


def _lies(record: Any) -> bool:
    return record.archived_at is not None and record.merged_into_id is None


class Record(Amendable, models.Model):
    """`prefix` begins the reference (CL of CL-12); `label_fields` are the columns that `str(record)` reads.

    `may_add` and `may_amend` are predicates over (user, record).
    """

    prefix: ClassVar[str]
    label_fields: ClassVar[tuple[str, ...]] = ("name",)
    may_add: ClassVar[Any] = staticmethod(may_work)
    may_amend: ClassVar[Any] = staticmethod(may_work)
    is_archivable: Any = True  # a property where what was agreed may not be put away
    merged_into_id: int | None = None  # a column where records can be merged: see `family`

    version = models.PositiveIntegerField(default=1, editable=False)
    custom = models.JSONField(_("own fields"), default=dict, blank=True, editable=False)
    created_at = models.DateTimeField(_("added"), db_default=Now(), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )
    archived_at = models.DateTimeField(_("archived"), null=True, editable=False)

    if not TYPE_CHECKING:  # each model types its own
        objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [GinIndex(fields=["custom"], name="%(class)s_custom", opclasses=["jsonb_path_ops"])]

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """As Django does, and also constraints on `archived_at`, which no form contains: Django would skip those."""
        super().validate_constraints(exclude=set(exclude or ()) - {"archived_at"})

    @property
    def reference(self) -> str:
        return f"{self.prefix}-{self.pk}"

    @property
    def stands_at(self) -> datetime | None:
        """When it happened, if not when it was added: an imported record takes this place in the timeline."""
        return None

    @property
    def timeline_client_id(self) -> int | None:
        """The id of the client on whose timeline the events of this record are shown."""
        return getattr(self, "client_id", None)

    @transition(
        may=may_amend_it, when=_stands, tells=events.ARCHIVED, label=_("Archive"), icon="archive", look="danger"
    )
    def archive(self, *, by: Any) -> dict[str, Any]:
        """Put away. Nothing is lost: `restore` brings it back."""
        self.archived_at = moment()
        return {"name": str(self)}

    @transition(may=may_amend_it, when=_lies, tells=events.RESTORED, label=_("Bring back"), icon="undo")
    def restore(self, *, by: Any) -> dict[str, Any]:
        """Raises Replaced where another one took its place meanwhile."""
        self.archived_at = None
        try:
            self.validate_constraints()
        except ValidationError as wrong:
            raise Replaced from wrong
        return {"name": str(self)}
