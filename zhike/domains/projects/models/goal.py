"""What a project is for, so that one can tell."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.record.queryset import RecordQuerySet
from zhike.domains.projects.choices import Smart
from zhike.domains.projects.models.of_project import OfProject

WORDS_ENOUGH = 12  # letters; below, a title is a heading and no goal


class Goal(Twinned, OfProject):
    """`title` says what shall be different; `measure` goes from `baseline` to `target` until `due_on`."""

    prefix = "GL"
    twinned: ClassVar[Any] = {OWN: ("title", "measure")}

    measure = models.CharField(_("measured by"), max_length=200, blank=True)
    baseline = models.CharField(_("today"), max_length=80, blank=True)
    target = models.CharField(pgettext_lazy("goal", "shall be"), max_length=80, blank=True)
    attainable = models.CharField(_("why it can be reached"), max_length=400, blank=True)
    relevant = models.CharField(_("what it is worth to the client"), max_length=400, blank=True)
    due_on: Any = models.DateField(pgettext_lazy("goal", "until"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("owner"), related_name="+"
    )

    objects: ClassVar[Any] = RecordQuerySet["Goal"].as_manager()

    class Meta(OfProject.Meta):
        verbose_name, verbose_name_plural = pgettext_lazy("project", "goal"), pgettext_lazy("project", "goals")

    def unanswered(self) -> list[Smart]:
        """Which of S, M, A, R and T it does not say yet."""
        said = {
            Smart.SPECIFIC: width(self.title) >= WORDS_ENOUGH,
            Smart.MEASURABLE: bool(self.measure and self.baseline and self.target),
            Smart.ATTAINABLE: bool(self.attainable),
            Smart.RELEVANT: bool(self.relevant),
            Smart.TIMED: self.due_on is not None,
        }
        return [letter for letter, answered in said.items() if not answered]


def width(text: str) -> int:
    """Letters; a Chinese character says as much as two."""
    return sum(2 if ord(one) > 0x2E7F else 1 for one in text)
