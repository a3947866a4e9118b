"""A token by command."""

from datetime import timedelta

from django.utils import timezone

from zhike.core.access.models import Token, User
from zhike.surfaces.api.forms import is_scope
from zhike.surfaces.shell._front import Refused


def create(*, email: str, name: str, scopes: list[str], days: int) -> str:
    """The secret. Raises Refused for a person or scope that is not known."""
    user = User.objects.at_work().filter(email__iexact=email).first()
    if user is None:
        raise Refused(f"nobody who works here has the e-mail {email}")
    if wrong := [scope for scope in scopes if not is_scope(scope)]:
        raise Refused(
            f"there is no scope {', '.join(wrong)}; there are read, write and those of one kind: clients:read"
        )
    until = timezone.now() + timedelta(days=days) if days else None
    return Token.objects.issue(by=user, name=name, scopes=scopes, expires_at=until)[1]
