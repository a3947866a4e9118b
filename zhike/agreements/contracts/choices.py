"""The words of contracts and of what is paid."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("contract", "Being written")
    SENT = "sent", pgettext_lazy("contract", "Sent to be signed")
    SIGNED = "signed", pgettext_lazy("contract", "Signed")
    DECLINED = "declined", pgettext_lazy("contract", "Declined")
    VOID = "void", pgettext_lazy("contract", "Void")
    ENDED = "ended", pgettext_lazy("contract", "Ended")


class Outcome(models.TextChoices):
    """What became of an edition."""

    SENT = "sent", pgettext_lazy("edition", "Waits for the signature")
    SIGNED = "signed", pgettext_lazy("edition", "In force")
    REPLACED = "replaced", pgettext_lazy("edition", "Replaced by a later one")
    DECLINED = "declined", pgettext_lazy("edition", "Declined")
    TAKEN_BACK = "taken_back", pgettext_lazy("edition", "Taken back before it was signed")
    VOID = "void", pgettext_lazy("edition", "Void")


class Renewal(models.TextChoices):
    ENDS = "ends", pgettext_lazy("contract", "It ends")
    ASKS = "asks", pgettext_lazy("contract", "It is agreed anew")
    GOES_ON = "goes_on", pgettext_lazy("contract", "It goes on by itself")


class Paid(models.TextChoices):
    """How far a payment is."""

    PLANNED = "planned", pgettext_lazy("payment", "Planned")
    INVOICED = "invoiced", pgettext_lazy("payment", "Invoiced")
    RECEIVED = "received", pgettext_lazy("payment", "Received")
    DROPPED = "dropped", pgettext_lazy("payment", "Dropped")


class InvoiceKind(models.TextChoices):
    """What kind of invoice a client needs; the first two are those of mainland China."""

    SPECIAL = "special", _("VAT special invoice (增值税专用发票)")
    ORDINARY = "ordinary", _("VAT ordinary invoice (增值税普通发票)")
    PLAIN = "plain", _("Commercial invoice")
