"""A text that is written again and again."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.policies import may_lead, may_work
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


def may_change(user: Any, snippet: Any) -> bool:
    """Whoever wrote it; a shared one also those who lead."""
    if not may_work(user):
        return False
    return user.sees_all or snippet.created_by_id == user.pk or (snippet.shared and may_lead(user))


class SnippetQuerySet(RecordQuerySet["Snippet"]):
    def visible_to(self, user: Any) -> Self:
        """One's own, and what is shared."""
        if not getattr(user, "is_active", False):
            return self.none()
        return self if user.sees_all else self.filter(Q(shared=True) | Q(created_by=user))

    def for_writing(self, user: Any) -> Self:
        """Those that are offered to this person: an administrator does not write with other people's own."""
        return self.standing().filter(Q(shared=True) | Q(created_by=user)).order_by("name", "pk")


class Snippet(Record):
    """One of `text` (English) and `text_zh` may be empty. Blanks: see `filling`."""

    prefix = "SN"
    may_amend = staticmethod(may_change)

    name = models.CharField(_("name"), max_length=60)
    text = models.TextField(_("text in English"), blank=True)
    text_zh = models.TextField(_("text in Chinese"), blank=True)
    shared = models.BooleanField(pgettext_lazy("of a snippet", "shared with everyone"), default=False)

    objects: ClassVar[Any] = SnippetQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("snippet"), _("snippets")
        constraints = [
            models.CheckConstraint(
                condition=~(Q(text="") & Q(text_zh="")),
                name="snippet_says_something",
                violation_error_message=_("Write it in English or in Chinese, or both."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
