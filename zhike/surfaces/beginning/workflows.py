"""The first administrator, and how far the set-up is."""

from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from zhike.core.access.models import User
from zhike.core.access.preferences import change_company
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer
from zhike.surfaces.beginning.code import nobody_yet
from zhike.surfaces.beginning.models import Beginning


def make_first_administrator(*, company: str, password: str, **values: Any) -> User:
    """Name the company and add its first person. Raises Forbidden when somebody was quicker; the code is used up."""
    program = User.objects.system()
    with transaction.atomic():
        kept, _made = Beginning.objects.select_for_update().get_or_create(pk=1)
        if User.objects.filter(is_system=False).exists():
            raise Forbidden
        person: User = User.objects.add(by=program, role="admin", password=make_password(password), **values)
        change_company(by=person, name=company)
        kept.code_digest, kept.shown = "", True
        kept.save()
    nobody_yet.forget()
    return person


def pass_step(name: str, *, by: Any) -> None:
    """Done or skipped: the set-up goes on behind it."""
    if not may_administer(by):
        raise Forbidden
    with transaction.atomic():
        kept, _made = Beginning.objects.select_for_update().get_or_create(pk=1)
        if name not in kept.passed:
            kept.passed = [*kept.passed, name]
            kept.save()
