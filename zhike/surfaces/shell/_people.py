"""Adding a person from the command line, through the same checks as the page."""

import getpass
import os
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from zhike.core.access.models import User
from zhike.surfaces.shell._front import Refused


def create(*, email: str, name: str, role: str, password: str) -> User:
    """Raises Refused when the e-mail is taken or a value is not valid; says which and why."""
    draft = User(email=email.strip().lower(), name=name.strip(), role=role)
    try:
        validate_password(password, draft)
        draft.set_password(password)
        draft.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    return User.objects.add(
        by=User.objects.system(), email=draft.email, name=draft.name, role=draft.role, password=draft.password
    )


def password(from_input: bool) -> str:
    """Standard input's first line, else ZHIKE_PASSWORD, else asked for twice at the terminal."""
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    if told := os.environ.get("ZHIKE_PASSWORD"):
        return told
    if not sys.stdin.isatty():
        raise Refused("No password: there is no terminal to ask at. Set ZHIKE_PASSWORD, or use --password-stdin.")
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("Once more: "):
        raise Refused("The two passwords differ. Nothing was added; try again.")
    return first
