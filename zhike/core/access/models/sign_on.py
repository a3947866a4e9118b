"""The company's own sign-on, which administrators set up: one row."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models.user import Role


class SignOn(models.Model):
    """An OpenID Connect provider. `secret_sealed` is opened by `sealing.opened` alone; without an issuer there is none.

    Without `domains` every address that the provider has verified may come in.
    """

    name = models.CharField(_("what the button says"), max_length=60, blank=True)
    issuer = models.URLField(_("issuer"), blank=True)
    client_id = models.CharField(_("client ID"), max_length=200, blank=True)
    secret_sealed = models.TextField(blank=True)
    domains = ArrayField(models.CharField(max_length=253), default=list, blank=True, verbose_name=_("e-mail domains"))
    makes_people = models.BooleanField(_("add people who are not known yet"), default=False)
    role = models.CharField(_("their role"), max_length=10, choices=Role, default=Role.MEMBER)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_sign_on")]

    def __str__(self) -> str:
        return self.name or self.issuer
