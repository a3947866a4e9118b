"""The mailbox that answers come back to, and how far it was read: one row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.mail.troubles import Trouble


class InboxSecurity(models.TextChoices):
    TLS = "tls", _("TLS from the first byte (port 993)")
    STARTTLS = "starttls", _("STARTTLS: begins open, then goes over to TLS (port 143)")
    NONE = "none", _("None: only within your own network (port 143)")


class Inbox(models.Model):
    """`address` is where answers go. `marks`: the server delivers desk+anything@… to desk@….

    What came before `since` is left alone. Of all mails with the server's `uid_validity`, those up to `last_uid` were
    read. `read_at` is when that last went well; since then `trouble` stands, with the server's words in `answer`.
    """

    host = models.CharField(_("server"), max_length=200, blank=True)
    port = models.PositiveIntegerField(_("port"), default=993)
    security = models.CharField(_("security"), max_length=8, choices=InboxSecurity, default=InboxSecurity.TLS)
    user = models.CharField(_("user"), max_length=200, blank=True)
    password_sealed = models.TextField(blank=True)
    folder = models.CharField(_("folder"), max_length=200, default="INBOX")
    address = models.EmailField(_("address"), blank=True)
    marks = models.BooleanField(_("marked addresses"), default=False)
    since = models.DateTimeField(null=True, editable=False)
    uid_validity = models.BigIntegerField(null=True, editable=False)
    last_uid = models.BigIntegerField(default=0, editable=False)
    read_at = models.DateTimeField(null=True, editable=False)
    trouble = models.CharField(max_length=11, choices=Trouble, blank=True, editable=False)
    answer = models.TextField(blank=True, editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_inbox")]

    def __str__(self) -> str:
        return self.address or self.user or "–"
