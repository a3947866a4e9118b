"""What happens at the gate, told to the stream: for the audit page, and never so often that it floods."""

from typing import Any

from allauth.core import ratelimit
from django.db import transaction

from zhike.core.access import events
from zhike.core.access.models import User
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.tell import tell


def tell_of(kind: EventKind, person: Any, *, by: Any = None, **facts: Any) -> None:
    """One event on the person, by themselves unless it is said by whom."""
    with transaction.atomic():
        tell(kind, person, by=by or person, facts={"name": person.name} | facts)


def tell_failure(person: Any, email: str, *, why: str) -> None:
    """Of a person, or of nobody: then the program itself is the record. `why` is password or code."""
    nobody = User.objects.system()
    with transaction.atomic():
        tell(events.SIGN_IN_FAILED, person or nobody, by=nobody, facts={"email": email[:200], "why": why})


def tell_known_failure(request: Any, email: str) -> None:
    """A wrong password. Told as long as the gate is not being stormed."""
    if ratelimit.consume(request, action="told", key="told"):
        tell_failure(User.objects.filter(email__iexact=email).first(), email, why="password")
