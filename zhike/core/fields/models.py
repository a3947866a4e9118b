"""Definitions of own fields."""

from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from zhike.core.base.kept import kept_of
from zhike.core.lifecycle.policies import may_administer
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


class Kind(models.TextChoices):
    TEXT = "text", _("Text")
    LONG = "long", _("Long text")
    NUMBER = "number", _("Number")
    MONEY = "money", _("Money")
    DATE = "date", _("Date")
    CHOICE = "choice", _("Choice")
    CHOICES = "choices", _("Several choices")
    BOOLEAN = "boolean", _("Yes or no")
    LINK = "link", _("Link to a record")
    PERSON = "person", _("Person")


class FieldDefinitionQuerySet(RecordQuerySet["FieldDefinition"]):
    def visible_to(self, user: Any) -> Self:
        return self if user.is_active else self.none()

    def of(self, record_type: str) -> Self:
        return self.filter(record_type=record_type, archived_at=None).order_by("position", "pk")


@kept_of("fields.fielddefinition")
def definitions_of(record_type: str) -> list["FieldDefinition"]:
    """The own fields in use for records of this type, in their order."""
    return list(FieldDefinition.objects.of(record_type))


class FieldDefinition(Record):
    """`choices` is one per line; `links_to` a record type such as `clients.client`, for links only."""

    prefix = "FD"
    may_add = may_amend = staticmethod(may_administer)

    record_type = models.CharField(_("for"), max_length=60)
    key = models.SlugField(_("key"), max_length=40, help_text=_("Short Latin name, used in import and API."))
    label = models.CharField(_("name"), max_length=80)
    label_zh = models.CharField(_("name in Chinese"), max_length=80, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.TEXT)
    choices = models.TextField(_("choices"), blank=True, help_text=_("One per line."))
    links_to = models.CharField(_("links to"), max_length=60, blank=True)
    hint = models.CharField(_("hint"), max_length=200, blank=True)
    required = models.BooleanField(_("required"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects: ClassVar[Any] = FieldDefinitionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("own field"), _("own fields")
        constraints = [models.UniqueConstraint(fields=["record_type", "key"], name="one_key_per_record_type")]

    def __str__(self) -> str:
        return self.label_zh if self.label_zh and (get_language() or "").startswith("zh") else self.label

    @property
    def name(self) -> str:
        """Its name among a form's fields."""
        return f"own_{self.key}"

    @property
    def options(self) -> list[str]:
        return [line.strip() for line in self.choices.splitlines() if line.strip()]
