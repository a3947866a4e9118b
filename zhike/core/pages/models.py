"""Saved views of lists."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from zhike.core.base.kept import Kept


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def visible_to(self, user: Any) -> Self:
        """One's own, and those shared with all."""
        return self.filter(models.Q(owner=user) | models.Q(shared=True))


@Kept
def views_of(user_id: int) -> list["SavedView"]:
    """The views that a person has, the oldest first: the sidebar and the lists ask for them on every page."""
    return list(SavedView.objects.visible_to(user_id).order_by("pk"))


class SavedView(models.Model):
    """A list as somebody wants to see it again: its address's query under a name."""

    resource = models.CharField(max_length=40)
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1_000, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    shared = models.BooleanField(_("for everyone"), default=False)

    objects: ClassVar[Any] = SavedViewQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "resource", "name"], name="one_view_per_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def words(self) -> dict[str, list[str]]:
        return dict(QueryDict(self.query).lists())
