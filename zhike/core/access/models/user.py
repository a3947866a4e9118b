"""A member of staff, and the program's own user."""

from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.access.errors import RingOfManagers
from zhike.core.access.models.own_business import OwnBusiness
from zhike.core.access.models.staying import Staying, keep_an_administrator
from zhike.core.access.standing_in import stood_in_for
from zhike.core.base.kept import Kept
from zhike.core.lifecycle.policies import may_administer, may_lead
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet

SYSTEM = "system@zhike.invalid"


class Role(models.TextChoices):
    ADMIN = "admin", _("Administrator")
    MANAGER = "manager", _("Manager")
    MEMBER = "member", _("Member")
    READONLY = "readonly", _("Reader")


class UserQuerySet(RecordQuerySet["User"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone on staff sees who works here."""
        return self.filter(is_system=False) if user.is_active else self.none()

    def at_work(self) -> Self:
        return self.filter(is_active=True, is_system=False, archived_at=None)

    def system(self) -> "User":
        """The program's own user, made by a migration."""
        return self.get(email=SYSTEM)

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email__iexact=email or "")


class User(Staying, OwnBusiness, Record, AbstractBaseUser):
    """E-mail is unique whatever its case. `manager` is who stands above; `team` who works beside.

    An edit never carries a password: see `give_password`.
    """

    prefix = "US"
    USERNAME_FIELD = EMAIL_FIELD = "email"
    may_add = may_amend = staticmethod(may_administer)

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=80)
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.MEMBER)
    team = models.ForeignKey("access.Team", models.PROTECT, null=True, blank=True, verbose_name=_("team"))
    manager = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("manager"), related_name="reports"
    )
    language = models.CharField(_("language"), max_length=10, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, blank=True)
    theme = models.CharField(_("theme"), max_length=6, blank=True)
    is_active = models.BooleanField(_("works here"), default=True)
    is_system = models.BooleanField(default=False, editable=False)

    objects: ClassVar[Any] = UserQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("person"), _("people")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_per_email")]

    def __str__(self) -> str:
        return self.name

    def write(self, values: dict[str, Any]) -> None:
        """Raises LastAdministrator when nobody would be left to administer, and RingOfManagers."""
        if self.pk and self.role == Role.ADMIN and values.get("role", self.role) != Role.ADMIN:
            keep_an_administrator(self)
        manager = values.get("manager")
        if self.pk and manager and manager.pk in _ids_below(self.pk):
            raise RingOfManagers(manager, self)
        super().write(values)

    def differences(self, values: dict[str, Any]) -> list[tuple[str, Any, Any]]:
        if "password" in values:
            raise TypeError("A password is no fact of an edit.")
        return super().differences(values)

    @property
    def sees_all(self) -> bool:
        return self.role == Role.ADMIN or self.is_system

    @property
    def people_below(self) -> list[int]:
        """Ids of those under this person, at any depth, and the person's own."""
        return _kept_below(self.pk)

    @property
    def leads(self) -> list[int]:
        """Ids of those whose work this person looks after, and the person's own: those below, else the team; all staff
        for an administrator. Nobody for those who lead nobody.
        """
        if not may_lead(self):
            return []
        if self.sees_all:
            return _kept_staff(None)
        return below if len(below := self.people_below) > 1 else [self.pk, *_kept_staff(self.team_id or 0)]

    @property
    def stands_for(self) -> list[int]:
        """Ids of this person and of those who are away and left this person in their place."""
        return [self.pk, *stood_in_for(self.pk)]


def _ids_below(pk: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_BELOW, [pk])
        return [row[0] for row in cursor.fetchall()]


def _ids_of_staff(team: int | None) -> list[int]:
    """Of one team, or of all."""
    staff = User.objects.at_work()
    return list((staff if team is None else staff.filter(team=team)).values_list("pk", flat=True))


_kept_below = Kept(_ids_below)
_kept_staff = Kept(_ids_of_staff)
_BELOW = """
with recursive below(id) as (
    select %s::bigint union select u.id from access_user u join below b on u.manager_id = b.id
) select id from below
"""
