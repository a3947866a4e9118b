"""Comments are searched too; they open where they were said."""

from django.utils.translation import gettext_lazy as _

from zhike.core.discussion.models import Comment
from zhike.core.resources.registry import resource_of
from zhike.core.resources.resource import SearchText
from zhike.core.search.sources import Source, declare


def _place(comment: Comment) -> str:
    resource = resource_of(comment.record_type)
    if resource is None:
        return ""
    page = resource.url("detail", reference=f"{resource.model.prefix}-{comment.record_id}")
    return f"{page}?tab=talk#{comment.reference}"


declare(
    Source(
        "comments",
        Comment,
        _("Comments"),
        "comment",
        SearchText(body=("text",), long=True, forgets_archived=True),
        _place,
    )
)
