"""What an entry is about, in a word."""

from typing import Any

from django.utils.translation import gettext as _


def subject_of(entry: Any) -> str:
    """Its subject when one was given, else its aspect, else its kind."""
    if entry.subject:
        return str(entry.subject)
    aspects = getattr(entry, "ASPECTS", None)
    aspect = dict(aspects.choices).get(entry.aspect) if aspects else None
    if aspect:
        return str(aspect)
    if entry.kind == "promise":
        return _("Our promise") if entry.side == "us" else _("Their promise")
    return str(entry.get_kind_display())
