"""What sign-in asks of us: nobody signs up by themselves, and the program's user never signs in."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):
    error_messages: ClassVar[dict[str, str | Promise]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("E-mail and password do not fit together. Check both, or ask for a new password."),
        "too_many_login_attempts": _("Too many attempts, so signing in rests for a while. Try again in some minutes."),
        "rate_limited": _("That was too often in a short time. Wait a minute and try again."),
        "incorrect_password": _("This is not your password until now. Type it again."),
        "invalid_password_reset": _("This link was used already, or it is too old. Ask for a new one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
