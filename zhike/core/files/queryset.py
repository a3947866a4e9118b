"""Taking files in, and who sees them."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.conf import settings
from django.core.files import File
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from zhike.core.base.files import extension_of, safe_name
from zhike.core.base.kept import Kept
from zhike.core.files import store
from zhike.core.files.content import content_of
from zhike.core.files.errors import FileRefused
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet

if TYPE_CHECKING:
    from zhike.core.files.models import Attachment

MEGABYTE = 1024 * 1024


class AttachmentQuerySet(RecordQuerySet["Attachment"]):
    def visible_to(self, user: Any) -> Self:
        """Whoever sees the record it hangs on; a draft is its uploader's."""
        if not getattr(user, "is_active", False):
            return self.none()
        if user.sees_all:
            return self
        seen = Q(record_type="", created_by=user)
        for model in carrying():
            carrier = model._default_manager.visible_to(user).filter(pk=OuterRef("record_id"))  # type: ignore[attr-defined]
            seen |= Q(Exists(carrier), record_type=model._meta.label_lower)
        return self.filter(seen)

    def on(self, record: models.Model) -> Self:
        """Those of one record, oldest first, without archived ones."""
        return self.on_each(record._meta.label_lower, [record.pk])

    def on_each(self, record_type: str, ids: Iterable[int]) -> Self:
        """Those of several records of a kind in one query."""
        found = self.standing().filter(record_type=record_type, record_id__in=list(ids))
        return found.select_related("created_by").order_by("pk")

    def drafts(self) -> Self:
        return self.standing().filter(record_type="")

    def attach(self, file: File, *, by: Any, to: models.Model | None = None, name: str = "") -> "Attachment":
        """Take a file in: on the record `to`, else as a draft.

        Raises FileRefused (empty, too large, content and name contradict each other) and Forbidden.
        """
        if not self.model.may_add(by, to):
            raise Forbidden
        name = safe_name(name or file.name or "")
        content_type = _checked(file, name)
        kept = store.keep(file.chunks())
        values: dict[str, Any] = {"name": name, "content_type": content_type, "size": kept.size, "sha256": kept.sha256}
        try:
            made = self.add(by=by, stored=kept.stored, **values, **place(to), facts=told_place(to))
        except BaseException:
            store.remove(kept.stored)
            raise
        carrying.forget()
        return made


def place(record: models.Model | None) -> dict[str, Any]:
    """The columns that say where a file hangs."""
    if record is None:
        return {}
    client = getattr(record, "timeline_client_id", None)
    return {"record_type": record._meta.label_lower, "record_id": record.pk, "client_id": client}


def told_place(record: models.Model | None) -> dict[str, Any]:
    if record is None:
        return {}
    return {"on": {"type": record._meta.label_lower, "id": record.pk, "text": str(record)}}


def _checked(file: File, name: str) -> str:
    size, limit = file.size, settings.UPLOAD_LIMIT
    if not size:
        raise FileRefused(
            name, _("“%(name)s” is empty. Look whether it was saved, and choose it again.") % {"name": name}
        )
    if size > limit:
        sentence = _(
            "“%(name)s” has %(size).1f MB; at most %(limit)d MB can be taken in. Make it smaller or share a link."
        )
        raise FileRefused(name, sentence % {"name": name, "size": size / MEGABYTE, "limit": limit // MEGABYTE})
    content = content_of(file, name)  # type: ignore[arg-type]
    if not content.fits:
        sentence = _(
            "“%(name)s” ends in .%(ending)s, but holds something else. Open it, save it anew, choose it again."
        )
        raise FileRefused(name, sentence % {"name": name, "ending": extension_of(name)})
    return content.type


@cache
def _carriers() -> list[type[models.Model]]:
    """Every kind of record that a file can hang on."""
    return [one for one in apps.get_models() if issubclass(one, Record) and one._meta.label_lower != "files.attachment"]


def _carrying() -> list[type[models.Model]]:
    """The kinds on which a file hangs: asking for each kind that there is takes seconds to plan."""
    kinds = set(
        apps.get_model("files.Attachment")._base_manager.order_by().values_list("record_type", flat=True).distinct()
    )
    return [one for one in _carriers() if one._meta.label_lower in kinds]


carrying = Kept(_carrying)
