"""The company's row, read once in a few seconds by each process."""

from time import monotonic

from zhike.core.access.models.company import Company

FRESH_SECONDS = 3.0
_kept: tuple[float, Company] | None = None


def company() -> Company:
    """The company's settings; a change is seen by all processes within three seconds, by this one at once."""
    global _kept
    if _kept is None or monotonic() - _kept[0] > FRESH_SECONDS:
        _kept = (monotonic(), Company.objects.filter(pk=1).first() or Company(pk=1))
    return _kept[1]


def change_company(**values: str) -> Company:
    """Set and remember."""
    global _kept
    changed, _made = Company.objects.update_or_create(pk=1, defaults=values)
    _kept = None
    return changed
