"""One text as it reads in the other language."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import Prevails
from zhike.agreements.twins.comparing import languages_of, mark_of
from zhike.core.timeline.moment import moment


class Language(models.TextChoices):
    CHINESE = "zh", pgettext_lazy("language of a wording", "Chinese")
    ENGLISH = "en", pgettext_lazy("language of a wording", "English")


class Changed(models.TextChoices):
    """Which wording is not the one of which somebody said that both say the same."""

    NONE = "", pgettext_lazy("of two wordings", "Neither was changed")
    TEXT = "text", _("Only the text was changed")
    TWIN = "twin", _("Only its twin was changed")
    BOTH = "both", _("Both were changed")


class TwinQuerySet(models.QuerySet["Twin"]):
    def on(self, record: Any) -> Self:
        return self.filter(record_type=record._meta.label_lower, record_id=record.pk)

    def pair(self, record: Any, said: Iterable[tuple[str, ...]], *, by: Any) -> None:
        """(key, text, twin, and which prevails where that is said) of a record that came in both languages; what is no
        pair of two languages stays alone.

        In the transaction of the verb that made it.
        """
        rows = []
        for key, text, twin, *prevails in said:
            if found := languages_of(text, twin):
                row = Twin(record_type=record._meta.label_lower, record_id=record.pk, key=key, text=twin)
                row.language, row.written_by, row.written_at = found[1], by, moment()
                row.prevails = "".join(prevails)
                row.agree(text)
                rows.append(row)
        Twin.objects.bulk_create(rows)

    def pass_on(self, old: Any, new: Any, keys: Iterable[str]) -> None:
        """What follows a record takes its twins of these texts along, with the marks of what was read: where its words
        are others, the twin is behind.
        """
        for row in self.on(old).filter(key__in={one.key for one in new.texts()}.intersection(keys)):
            row.pk, row.record_type, row.record_id = None, new._meta.label_lower, new.pk
            row.save(force_insert=True)

    def behind(self) -> Self:
        return self.exclude(behind=Changed.NONE).order_by("-pk")

    def seen_by(self, user: Any) -> Self:
        """Those of records which the person sees."""
        return self.filter(_about(lambda model: model.objects.visible_to(user).standing()))

    def looked_after_by(self, people: Any) -> Self:
        """Those of records which one of these people looks after."""
        return self.filter(_about(lambda model: model.objects.standing().filter(**{f"{model.twin_owner}__in": people})))


class Twin(models.Model):
    """`key` names the text: a field (`title`), or one of a row beneath the record (`way-7-title`). `text` is the twin,
    in `language`; `read` and `read_twin` are the marks of both wordings when somebody said last that they say the same.
    `behind` is kept by the verbs and, where the text itself was changed, by a reaction.
    """

    record_type = models.CharField(max_length=60, editable=False)
    record_id = models.BigIntegerField(editable=False)
    key = models.CharField(max_length=80, editable=False)
    text = models.TextField(_("the same in the other language"))
    language = models.CharField(max_length=2, choices=Language, editable=False)
    prevails = models.CharField(_("wording that prevails"), max_length=4, choices=Prevails, blank=True, default="")
    read = models.CharField(max_length=16, editable=False)
    read_twin = models.CharField(max_length=16, editable=False)
    behind = models.CharField(max_length=4, choices=Changed, blank=True, default="", editable=False)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    written_at = models.DateTimeField(editable=False)

    objects: ClassVar[Any] = TwinQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("text in the other language"), _("texts in the other language")
        constraints = [models.UniqueConstraint(fields=["record_type", "record_id", "key"], name="twin_once")]
        indexes = [models.Index(fields=["behind"], name="twin_behind", condition=~Q(behind=""))]

    def __str__(self) -> str:
        return self.text

    def changed(self, text: str) -> Changed:
        """Which of both is another one than was read, where the text reads so today."""
        other, own = mark_of(text) != self.read, mark_of(self.text) != self.read_twin
        return Changed.BOTH if other and own else Changed.TEXT if other else Changed.TWIN if own else Changed.NONE

    def agree(self, text: str) -> None:
        """Both say the same, as they read now."""
        self.read, self.read_twin, self.behind = mark_of(text), mark_of(self.text), Changed.NONE


def _about(records: Any) -> Q:
    """Twins of the given records of each table that has any; the kinds of entry share theirs."""
    from zhike.agreements.twins.twinned import twinned_models

    types: dict[Any, list[str]] = {}
    for one in twinned_models():
        types.setdefault(one._meta.concrete_model, []).append(one._meta.label_lower)
    found = Q(pk=None)
    for model, names in types.items():
        found |= Q(record_type__in=names, record_id__in=records(model).order_by().values("pk"))
    return found
