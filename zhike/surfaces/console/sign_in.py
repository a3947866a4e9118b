"""How a person signs in: the second step, passkeys, recovery codes, and where they are signed in now."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from zhike.core.access.events import FACTOR_REMOVED, SESSIONS_ENDED
from zhike.core.access.request import StaffRequest
from zhike.core.access.requiring import must_set_up
from zhike.core.access.sessions import end_others, sessions_of
from zhike.core.access.telling import tell_of
from zhike.core.links.visitors import family_of_agent


@login_required
def show(request: StaffRequest) -> HttpResponse:
    """GET /preferences/sign-in/."""
    return render(request, "console/sign_in.html", _factors(request) | {"sessions": _sessions(request)})


@login_required
@require_POST
def end(request: StaffRequest) -> HttpResponse:
    """POST /preferences/sign-in/end/ with the number of a session; without one, all but this."""
    number = request.POST.get("session", "")
    if ended := end_others(request, int(number) if number.isdecimal() else None):
        tell_of(SESSIONS_ENDED, request.user, count=ended)
    said = ngettext("Signed out on %(count)d other device.", "Signed out on %(count)d other devices.", ended)
    messages.success(request, said % {"count": ended})
    return redirect("my_sign_in")


@login_required
@require_POST
def disconnect(request: StaffRequest) -> HttpResponse:
    """POST /preferences/sign-in/disconnect/: the sign-on no longer opens; refused where nothing else would."""
    kept = SocialAccount.objects.filter(user=request.user)
    if not request.user.has_usable_password():
        messages.error(request, gettext("Choose a password first, or you could no longer sign in."))
    elif kept.delete()[0]:
        tell_of(FACTOR_REMOVED, request.user, factor="socialaccount")
    return redirect("my_sign_in")


def _factors(request: StaffRequest) -> dict[str, Any]:
    theirs = list(Authenticator.objects.filter(user=request.user).order_by("created_at"))
    by_kind = {one.type: one for one in theirs}
    codes = by_kind.get(Authenticator.Type.RECOVERY_CODES)
    return {
        "app": by_kind.get(Authenticator.Type.TOTP),
        "passkeys": [one for one in theirs if one.type == Authenticator.Type.WEBAUTHN],
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else None,
        "connected": SocialAccount.objects.filter(user=request.user).first(),
        "must_set_up": must_set_up(request),
    }


def _sessions(request: StaffRequest) -> list[dict[str, Any]]:
    return [
        {"one": one, "device": family_of_agent(one.user_agent) or gettext("Unknown device"), "here": one.is_current()}
        for one in sessions_of(request)
    ]
