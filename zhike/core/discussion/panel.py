"""The discussion of one record, as its page shows it."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from zhike.core.base import markdown
from zhike.core.discussion.forms import CommentForm
from zhike.core.discussion.mentions import Mentions, marked
from zhike.core.discussion.models import Comment
from zhike.core.discussion.policies import may_retract, may_reword
from zhike.core.discussion.watching import watchers_of
from zhike.core.lifecycle.policies import may_work

SHOWN = 30


@dataclass(frozen=True)
class Said:
    comment: Comment
    html: SafeString
    url: str
    may_reword: bool
    may_retract: bool


@dataclass(frozen=True)
class Doing:
    """What of the panel is special this time: who could not be told, what is reworded, what was just removed.

    `version` is the one which the person who rewords has seen.
    """

    mentions: Mentions = field(default_factory=Mentions)
    form: CommentForm | None = None
    rewording: Comment | None = None
    removed: Comment | None = None
    stale: bool = False
    version: Any = None


def panel_of(
    record: Any, user: Any, doing: Doing = Doing(), *, everything: bool = False, back: str = ""
) -> dict[str, Any]:
    """What `discussion/panel.html` shows: the latest comments, oldest first, the watchers, a form to say something."""
    url = reverse("discussion_on", args=[record.reference])
    comments = Comment.objects.of_record(record).standing().select_related("created_by").prefetch_related("mentions")
    found = list(comments.order_by("-pk")[: None if everything else SHOWN + 1])
    shown = found if everything else found[:SHOWN]
    watchers = watchers_of(record)
    new = None if doing.rewording else doing.form
    return {
        "record": record,
        "url": url,
        "comments": [_said(one, user, url) for one in reversed(shown)],
        "earlier": len(found) > len(shown),
        "form": (new or CommentForm(by=user)) if may_work(user) else None,
        "doing": doing,
        "removed_url": f"{url}{doing.removed.reference}/restore/" if doing.removed else "",
        "watchers": watchers,
        "watches": user in watchers,
        "may_invite": may_work(user),
        "back": back,
    }


def _said(comment: Comment, user: Any, url: str) -> Said:
    return Said(
        comment,
        marked(markdown.render(comment.text), comment.mentions.all()),
        f"{url}{comment.reference}/",
        may_reword(user, comment),
        may_retract(user, comment),
    )
