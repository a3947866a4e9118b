"""The ways to sign in, and what can be wrong with one, as people call them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.base.listing import listed

WORDS = {
    "password": _("password"),
    "code": _("wrong code of the second step"),
    "totp": _("code from the app"),
    "webauthn": pgettext_lazy("way to sign in", "passkey"),
    "recovery_codes": _("recovery codes"),
    "socialaccount": _("the company’s sign-on"),
    "unverified": _("the sign-on has not verified the e-mail"),
    "domain": _("e-mail domain not let in"),
    "subject": _("the sign-on contradicts itself"),
    "other": _("somebody else’s sign-on"),
    "proof": _("there is an account that is not connected"),
    "unknown": _("nobody has added them"),
}


def factor_words(kept: Any) -> str:
    """One, or several in the order in which they were shown."""
    kinds = [kept] if isinstance(kept, str) else kept
    return listed(str(WORDS.get(kind, kind)) for kind in kinds)
