"""Who comes in through the company's sign-on: with a verified e-mail, and never into somebody's account unproved."""

from typing import Any

from allauth.account.adapter import get_adapter as account_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import User
from zhike.core.access.sign_on import sign_on
from zhike.core.access.telling import tell_failure
from zhike.core.base.sealing import opened

PROVIDER = "company"
REFUSALS: dict[str, str | Promise] = {
    "unverified": _("The sign-on does not say that this e-mail address is verified. Ask who looks after it."),
    "domain": _("E-mail addresses of this domain do not come in here. Ask an administrator."),
    "subject": _("The sign-on contradicts itself about who you are. Ask who looks after it."),
    "other": _("That sign-on belongs to another e-mail address than yours here."),
    "proof": _("This e-mail has an account. Sign in with its password, then connect both under “How I sign in”."),
    "unknown": _("The sign-on knows you, but nobody has added you here yet. Ask an administrator."),
    "failed": _("The company’s sign-on could not be reached, or was broken off. Try again, or use your password."),
}


class SignOnAdapter(DefaultSocialAccountAdapter):
    def list_apps(self, request: HttpRequest, provider: Any = None, client_id: Any = None) -> list[Any]:
        from allauth.socialaccount.models import SocialApp

        kept = sign_on()
        if kept is None or provider not in (None, PROVIDER, "openid_connect"):
            return []
        told = {"server_url": kept.issuer.rstrip("/"), "oauth_pkce_enabled": True}
        named = {"provider": "openid_connect", "provider_id": PROVIDER, "name": str(kept)}
        return [SocialApp(client_id=kept.client_id, secret=opened(kept.secret_sealed), settings=told, **named)]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        kept = sign_on()
        return bool(kept and kept.makes_people)

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        said = _Said(sociallogin)
        connects = sociallogin.state.get("process") == "connect"
        if why := said.wrong() or (said.not_of(request.user) if connects else said.no_entry(sociallogin)):
            raise refused(request, why, said.email)

    def on_authentication_error(self, request: HttpRequest, provider: Any, **_told: Any) -> None:
        raise refused(request, "failed", "")

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> User:
        """A new member of staff, in the role that the administrators chose for newcomers."""
        said, kept = _Said(sociallogin), sign_on()
        made: User = User.objects.add(
            by=User.objects.system(),
            name=said.name[:80],
            email=said.email,
            role=kept.role if kept else "readonly",
            password=make_password(None),
        )
        sociallogin.user = sociallogin.account.user = made
        sociallogin.account.save()
        return made

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        return "/preferences/sign-in/"


class _Said:
    """What the provider says of the person."""

    def __init__(self, sociallogin: Any) -> None:
        data = sociallogin.account.extra_data
        self.token, self.told = data.get("id_token") or {}, data.get("userinfo") or data.get("id_token") or {}
        self.email = str(self.told.get("email", "")).lower()
        self.name = str(self.told.get("name") or self.email.partition("@")[0])

    def wrong(self) -> str:
        """Why nobody is let in on these words; empty where nothing is wrong with them."""
        if self.token.get("sub", self.told.get("sub")) != self.told.get("sub"):
            return "subject"
        if not self.email or self.told.get("email_verified") not in (True, "true"):
            return "unverified"
        kept = sign_on()
        inside = not kept or not kept.domains or self.email.rpartition("@")[2] in kept.domains
        return "" if inside else "domain"

    def not_of(self, person: Any) -> str:
        return "" if person.is_authenticated and person.email.lower() == self.email else "other"

    def no_entry(self, sociallogin: Any) -> str:
        if sociallogin.is_existing:
            return ""
        if User.objects.filter(email__iexact=self.email).exists():
            return "proof"
        kept = sign_on()
        return "" if kept and kept.makes_people else "unknown"


def refused(request: HttpRequest, why: str, email: str) -> ImmediateHttpResponse:
    """Back to where they came from, with the reason; told like every failure at the gate."""
    if email:
        tell_failure(User.objects.filter(email__iexact=email).first(), email, why=why)
    account_adapter(request).add_message(request, messages.ERROR, message=str(REFUSALS[why]))
    return ImmediateHttpResponse(redirect("my_sign_in" if request.user.is_authenticated else "account_login"))
