"""The steps in their order: what each asks for, and how far the company is."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.surfaces.beginning import forms
from zhike.surfaces.beginning.models import Beginning


@dataclass(frozen=True)
class Step:
    """`form` is None for the step that only chooses where to go on."""

    name: str
    label: str | Promise
    text: str | Promise
    form: Any = None


STEPS = {
    one.name: one
    for one in (
        Step("company", _("Company"), _("What your company is called, and where it is at home."), forms.CompanyStep),
        Step("language", _("Language and look"), _("How Zhike speaks with you; everyone chooses for themselves."),
             forms.LanguageStep),
        Step("calendar", _("Calendar"), _("When you work: deadlines are counted in working time."), forms.CalendarStep),
        Step("people", _("People"), _("Who works with you. More can be added at any time."), forms.PeopleStep),
        Step("clients", _("Clients"), _("Bring your own list, look around in a demo company, or begin with nothing.")),
    )
}  # fmt: skip


def passed() -> set[str]:
    kept = Beginning.objects.filter(pk=1).first()
    return set(kept.passed) & STEPS.keys() if kept else set()


def next_step(after: str = "") -> str:
    """The name of the first that is open, behind the named one if there is such; empty when all are passed."""
    names, done = list(STEPS), passed()
    start = names.index(after) + 1 if after in names else 0
    return next((name for name in [*names[start:], *names[:start]] if name not in done), "")


def is_open() -> bool:
    """Whether a set-up was begun here and is not finished."""
    kept = Beginning.objects.filter(pk=1, shown=True).first()
    return kept is not None and len(STEPS.keys() - set(kept.passed)) > 0
