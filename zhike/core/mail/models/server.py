"""The mail server that administrators set up: one row."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Security(models.TextChoices):
    STARTTLS = "starttls", _("STARTTLS: begins open, then goes over to TLS (port 587)")
    TLS = "tls", _("TLS from the first byte (port 465)")
    NONE = "none", _("None: only within your own network (port 25)")


class MailServer(models.Model):
    """`password_sealed` is opened by `sealing.opened` alone. Without a host there is no server."""

    host = models.CharField(_("server"), max_length=200, blank=True)
    port = models.PositiveIntegerField(_("port"), default=587)
    user = models.CharField(_("user"), max_length=200, blank=True)
    password_sealed = models.TextField(blank=True)
    security = models.CharField(_("security"), max_length=8, choices=Security, default=Security.STARTTLS)
    sender = models.EmailField(_("sender"), blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_mail_server")]

    def __str__(self) -> str:
        return f"{self.host}:{self.port}" if self.host else "–"
