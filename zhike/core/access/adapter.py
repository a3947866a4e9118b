"""What sign-in asks of us: nobody signs up by themselves, and what happens at the gate is told."""

from time import time
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.core.access import events
from zhike.core.access.protected import protected
from zhike.core.access.sessions import SEEN
from zhike.core.access.telling import tell_known_failure, tell_of

CHANGES: dict[str, tuple[Any, dict[str, str]]] = {
    "account/email/password_changed": (events.PASSWORD_CHANGED, {}),
    "account/email/password_set": (events.PASSWORD_CHANGED, {}),
    "account/email/password_reset": (events.PASSWORD_CHANGED, {}),
    "mfa/email/totp_activated": (events.FACTOR_ADDED, {"factor": "totp"}),
    "mfa/email/totp_deactivated": (events.FACTOR_REMOVED, {"factor": "totp"}),
    "mfa/email/webauthn_added": (events.FACTOR_ADDED, {"factor": "webauthn"}),
    "mfa/email/webauthn_removed": (events.FACTOR_REMOVED, {"factor": "webauthn"}),
    "socialaccount/email/account_connected": (events.FACTOR_ADDED, {"factor": "socialaccount"}),
    "socialaccount/email/account_disconnected": (events.FACTOR_REMOVED, {"factor": "socialaccount"}),
    "mfa/email/recovery_codes_generated": (events.FACTOR_ADDED, {"factor": "recovery_codes"}),
}


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

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        request.session[SEEN] = time()
        tell_of(events.SIGNED_IN, user, how=_ways(request, user))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        tell_known_failure(request, credentials.get("email", ""))

    def send_notification_mail(self, template_prefix: str, user: Any, *_more: Any, **_told: Any) -> None:
        """The library says so when a way to sign in has changed; a reaction to our event writes the letter."""
        protected.forget()
        if template_prefix in CHANGES:
            kind, facts = CHANGES[template_prefix]
            tell_of(kind, user, **facts)


def _ways(request: HttpRequest, user: Any) -> list[str]:
    """What was shown to come in: password and totp, webauthn, recovery_codes, socialaccount."""
    shown = get_authentication_records(request, user)
    return [one.get("type") or one.get("method", "") for one in shown if not one.get("reauthenticated")]
