"""Which sign-on the company has, if any, and changing it."""

from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from zhike.core.access.events import SIGN_ON_CHANGED
from zhike.core.access.models import SignOn
from zhike.core.base.kept import Kept
from zhike.core.base.sealing import sealed
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer
from zhike.core.timeline.tell import tell


@Kept
def sign_on() -> SignOn | None:
    """The one in use, or None."""
    return SignOn.objects.filter(pk=1).exclude(issuer="").first()


def change_sign_on(*, by: Any, secret: str = "", **values: Any) -> SignOn:
    """Set what the page says; an empty secret keeps the one that stands. Raises Forbidden.

    Another issuer numbers its people anew, so what was connected to the old one is connected no longer.
    """
    if not may_administer(by):
        raise Forbidden
    with transaction.atomic():
        kept, _made = SignOn.objects.select_for_update().get_or_create(pk=1)
        changed = {name: [getattr(kept, name), value] for name, value in values.items() if getattr(kept, name) != value}
        if secret:
            changed["secret"] = ["•••", "•••"]
            kept.secret_sealed = sealed(secret)
        if "issuer" in changed:
            SocialAccount.objects.all().delete()
        for name, value in values.items():
            setattr(kept, name, value)
        kept.save()
        if changed:
            tell(SIGN_ON_CHANGED, kept, by=by, facts={"changed": changed})
    sign_on.forget()
    return kept
