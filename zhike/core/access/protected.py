"""Whose sign-in asks for more than a password."""

from typing import Any

from allauth.mfa.models import Authenticator

from zhike.core.base.kept import Kept

Type = Authenticator.Type


@Kept
def protected() -> frozenset[int]:
    """The numbers of those who have a second factor; recovery codes alone are none."""
    factors = Authenticator.objects.exclude(type=Type.RECOVERY_CODES)
    return frozenset(factors.values_list("user_id", flat=True).distinct())


def has_second_factor(person: Any) -> bool:
    return person.pk in protected()


def take_second_factors(person: Any) -> list[str]:
    """All of them, recovery codes too; which kinds they were."""
    theirs = Authenticator.objects.filter(user=person.pk)
    kinds = sorted(set(theirs.values_list("type", flat=True)))
    theirs.delete()
    protected.forget()
    return kinds
