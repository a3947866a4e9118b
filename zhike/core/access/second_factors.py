"""The second factor at sign-in: a code from an app, a passkey, or a recovery code. The keys lie sealed."""

from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.access.preferences import company
from zhike.core.base.sealing import opened, sealed


def needs_second_factor(person: Any) -> bool:
    """Whether the company asks it of everyone in this role."""
    return person.role in company().two_factor_roles


class SecondFactors(DefaultMFAAdapter):
    error_messages: ClassVar[dict[str, str | Promise]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This is not the right code. Look at the newest one in your app, and type it again."),
        "cannot_generate_recovery_codes": _("Recovery codes come with another second step. Set that up first."),
    }

    def get_totp_issuer(self) -> str:
        return company().name

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": company().name}

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey") if number == 1 else gettext("Passkey %(number)d") % {"number": number}

    def encrypt(self, text: str) -> str:
        return sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        return opened(encrypted_text)
