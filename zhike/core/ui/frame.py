"""The frame around every page: made once for requests that would see the same; small holes are filled anew."""

from typing import Any

from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MOST = 1_000
# What differs in each request: the token of its forms, and where they lead back to.
TOKEN, HERE = "hole0token0", "hole0here0"

_made: dict[tuple[Any, ...], str] = {}


def frame(context: Any, name: str) -> SafeString:
    """The template called so, which may show of a request only what `Shell.seen` tells, its `here` and its token."""
    request, shell = context["request"], context["shell"]
    key = (name, get_language(), *shell.seen)
    if key not in _made or settings.DEBUG:
        if len(_made) >= MOST:
            _made.clear()
        _made[key] = _render(context, name)
    said = _made[key]
    if TOKEN in said:
        said = said.replace(TOKEN, str(context["csrf_token"])).replace(HERE, escape(request.get_full_path()))
    return mark_safe(said)


def _render(context: Any, name: str) -> str:
    with context.push(csrf_token=TOKEN, here=HERE):
        return str(context.template.engine.get_template(name).render(context))
