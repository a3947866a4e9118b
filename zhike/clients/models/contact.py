"""A person at a client."""

from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients import events
from zhike.clients.models.reach import Reachable
from zhike.clients.names import NameKey
from zhike.clients.policies import may_change
from zhike.clients.positions import JoinForm, LeaveForm
from zhike.clients.queryset import ContactQuerySet
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.constraints import HasText
from zhike.core.record.models import Record


class ContactRole(models.TextChoices):
    DECIDES = "decides", _("Decides")
    ADVISES = "advises", _("Advises")
    USES = "uses", _("Uses what we deliver")
    PAYS = "pays", _("Pays")
    RUNS = "runs", _("Runs the project")
    OPPOSES = "opposes", _("Opposes")


class Influence(models.TextChoices):
    HIGH = "high", pgettext_lazy("influence", "High")
    MIDDLE = "middle", pgettext_lazy("influence", "Middle")
    LOW = "low", pgettext_lazy("influence", "Low")


class Attitude(models.TextChoices):
    OPPOSES = "opposes", pgettext_lazy("attitude", "Opposes")
    NEUTRAL = "neutral", pgettext_lazy("attitude", "Neutral")
    SUPPORTS = "supports", pgettext_lazy("attitude", "Supports")


class Contact(Reachable, Record):
    """`form_of_address` is how the person wishes to be called: 陈总, 老郑, Ms Chen. `client` is the main one."""

    prefix = "CT"
    may_amend = staticmethod(may_change)

    client = models.ForeignKey(
        "clients.Client", models.PROTECT, null=True, blank=True, verbose_name=_("client"), related_name="contacts"
    )
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=120)
    form_of_address = models.CharField(_("form of address"), max_length=60, blank=True)
    title = models.CharField(_("job title"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=10, choices=ContactRole, blank=True)
    influence = models.CharField(_("influence"), max_length=6, choices=Influence, blank=True)
    attitude = models.CharField(_("attitude"), max_length=8, choices=Attitude, blank=True)
    about = models.TextField(_("about"), blank=True)

    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, verbose_name=_("merged into"), related_name="+"
    )

    objects: ClassVar[Any] = ContactQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("contact"), _("contacts")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["name", "id"], name="contact_name"),
            models.Index(NameKey("name"), name="contact_name_key"),
            models.Index(fields=["external_id"], name="contact_external", condition=~models.Q(external_id="")),
            GinIndex(fields=["emails"], name="contact_emails"),
            GinIndex(fields=["phones"], name="contact_phones"),
        ]
        constraints = [HasText(condition=~models.Q(name=""), name="contact_has_name")]

    def __str__(self) -> str:
        return self.name

    @transition(may=may_work, tells=events.JOINED, label=_("Also works at…"), icon="plus", form=JoinForm)
    def join(self, *, by: Any, client: Any, title: str = "") -> dict[str, Any]:
        """Take a place at a further client."""
        Position.objects.create(contact=self, client=client, title=title)
        return {"place": str(client), "client": client.pk}

    @transition(
        may=may_work,
        when=lambda contact: contact.positions.exists(),
        tells=events.LEFT,
        label=_("No longer works at…"),
        icon="close",
        form=LeaveForm,
    )
    def leave(self, *, by: Any, client_id: int) -> dict[str, Any]:
        """Give up the place at a further client."""
        position = self.positions.select_related("client").get(client_id=client_id)
        position.delete()
        return {"place": str(position.client), "client": client_id}

    @property
    def called(self) -> str:
        return self.form_of_address or self.name


class Position(models.Model):
    """A contact's place at a further client."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="positions")
    client = models.ForeignKey("clients.Client", models.PROTECT, related_name="positions", verbose_name=_("client"))
    title = models.CharField(_("job title"), max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "client"], name="one_position_per_client")]

    def __str__(self) -> str:
        return f"{self.contact} @ {self.client}"
