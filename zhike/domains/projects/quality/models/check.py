"""What is tried on a deliverable before the client sees it."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.moment import moment
from zhike.domains.projects.models.of_project import stands
from zhike.domains.projects.quality import events
from zhike.domains.projects.quality.choices import Result
from zhike.domains.projects.quality.errors import NothingToTry
from zhike.domains.projects.quality.models.of_deliverable import OfDeliverable
from zhike.domains.projects.quality.steps import RunForm


class CheckQuerySet(RecordQuerySet["Check"]):
    def with_last(self) -> Self:
        """Each with `last_result` and `last_number`, the version on which it was tried last."""
        last = Run.objects.filter(check_it=OuterRef("pk")).order_by("-pk")
        return self.annotate(
            last_result=Subquery(last.values("result")[:1]), last_number=Subquery(last.values("version__number")[:1])
        )

    def failing(self) -> Self:
        """Those whose last run failed: they fail until they pass."""
        return self.standing().with_last().filter(last_result=Result.FAILED).order_by("pk")


class Check(OfDeliverable):
    """`steps` say what is done, `expected` what should come of it."""

    prefix = "CK"

    steps = models.TextField(_("what is done"), blank=True)
    expected = models.TextField(_("what should come of it"))

    objects: ClassVar[Any] = CheckQuerySet.as_manager()

    class Meta(OfDeliverable.Meta):
        verbose_name, verbose_name_plural = _("test case"), _("test cases")

    @transition(may=may_work, when=stands, tells=events.PASSED, label=_("It passes"), icon="check", form=RunForm)
    def pass_it(self, *, by: Any, note: str = "") -> dict[str, Any]:
        """Tried on the newest version, and it came as expected. Raises NothingToTry."""
        return self._tried(Result.PASSED, note, by)

    @transition(
        may=may_work, when=stands, tells=events.FAILED, label=_("It fails"), icon="close", form=RunForm, look="danger"
    )
    def fail_it(self, *, by: Any, note: str = "") -> dict[str, Any]:
        """Tried on the newest version, and something else came. Raises NothingToTry."""
        return self._tried(Result.FAILED, note, by)

    def _tried(self, result: str, note: str, by: Any) -> dict[str, Any]:
        version = self.deliverable.current
        if version is None:
            raise NothingToTry
        self.runs.create(version=version, result=result, note=note, tried_by=by, tried_at=moment())
        return {"name": str(self), "number": version.number, "note": note}


class Run(models.Model):
    """A check tried on one version."""

    check_it = models.ForeignKey(Check, models.PROTECT, related_name="runs")
    version = models.ForeignKey("projects.Version", models.PROTECT, related_name="+")
    result = models.CharField(_("result"), max_length=7, choices=Result)
    note = models.CharField(_("what came of it"), max_length=500, blank=True)
    tried_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    tried_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.check_it_id} {self.result}"
