"""Ending what a person has signed in to, on every device."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone


def end_sessions(person_id: int) -> int:
    """How many were ended. Reads every session that has not run out: for rare acts only."""
    standing = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [one.pk for one in standing.iterator() if one.get_decoded().get(SESSION_KEY) == str(person_id)]
    return Session.objects.filter(pk__in=theirs).delete()[0]
