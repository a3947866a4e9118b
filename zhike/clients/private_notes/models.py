"""One private note."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhike.core.base.sealing import opened, sealed
from zhike.core.record.seeing import those_who_see
from zhike.core.timeline.moment import moment


class PrivateNoteQuerySet(models.QuerySet["PrivateNote"]):
    def open_to(self, user: Any) -> Self:
        """One's own and those shared with one; whoever leads or administers sees no more."""
        shared = PrivateNote.shared_with.through.objects.filter(user=user).values("privatenote")
        return self.filter(Q(by=user) | Q(pk__in=shared))

    def on(self, record: Any) -> Self:
        return self.filter(record_type=record._meta.label_lower, record_id=record.pk)


class PrivateNote(models.Model):
    """`words_sealed` is opened by `words` alone."""

    record_type = models.CharField(max_length=60, editable=False)
    record_id = models.BigIntegerField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    words_sealed = models.TextField(_("sealed words"), blank=True)
    shared_with = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    written_at = models.DateTimeField(editable=False)

    objects: ClassVar[Any] = PrivateNoteQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("private note"), _("private notes")
        indexes = [models.Index(fields=["record_type", "record_id", "-id"], name="private_note_on")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @property
    def words(self) -> str:
        return opened(self.words_sealed)

    def put(self, words: str, readers: list[Any], record: Any) -> None:
        """Write it, for those of the readers who see what it is about."""
        self.words_sealed, self.written_at = sealed(words), moment()
        self.save()
        self.shared_with.set(those_who_see(record, [one for one in readers if one.pk != self.by_id]))
