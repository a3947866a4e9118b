"""On My day of administrators, until the set-up is finished."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhike.core.pages.parts import part
from zhike.surfaces.beginning.steps import STEPS, is_open, next_step, passed


@part("day.side", template="beginning/day.html", label=_("Set-up"), order=5)
def set_up(user: Any, _reader: Any) -> dict[str, Any] | None:
    if not user.sees_all or not is_open():
        return None
    return {"done": len(passed()), "all": len(STEPS), "next": reverse("welcome_step", args=[next_step()])}
