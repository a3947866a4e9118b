"""What the second step asks for."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from zhike.core.access.telling import tell_failure

LIVES = 120  # seconds; longer than a code is taken, with the tolerance for clocks that go wrong


class CodeForm(AuthenticateForm):
    """A code from the app, or a recovery code. Neither opens twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = _("Code")
        code.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}

    def clean_code(self) -> str:
        code: str = super().clean_code()
        used = salted_hmac("zhike.second-factor", f"{self.user.pk} {code}").hexdigest()
        if not cache.add(f"second-factor-{used}", True, LIVES):
            raise get_adapter().validation_error("incorrect_code")
        return code

    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        super()._emit_authentication_failed(authenticator)
        tell_failure(self.user, self.user.email, why="code")
