"""What a person wished, and what holds for those who wished nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from zhike.core.access.policies import is_oneself
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.notify.events import WISHES_CHANGED
from zhike.core.notify.models import Reason, Way, Wishes
from zhike.core.timeline.tell import tell

USUAL: Mapping[str, str] = dict.fromkeys(Reason.values, Way.DIGEST) | dict.fromkeys(
    (Reason.JOB, Reason.OWNED, Reason.WATCHED), Way.APP
)


def wishes_of(people: Iterable[int]) -> dict[int, Wishes]:
    """Of each, by number; those who chose nothing have the usual ones."""
    wanted = list(people)
    found: dict[int, Wishes] = {one.pk: one for one in Wishes.objects.filter(pk__in=wanted)}
    return {pk: found.get(pk) or Wishes(pk) for pk in wanted}


def way_of(wishes: Wishes, reason: str) -> str:
    return str(wishes.ways.get(reason) or USUAL[reason])


def wish(user: Any, *, by: Any, ways: Mapping[str, str], **more: Any) -> Wishes:
    """Choose for oneself; `ways` by reason, others stay; `digest_at` may be named. Raises Forbidden."""
    if not is_oneself(by, user):
        raise Forbidden
    with transaction.atomic():
        kept, _made = Wishes.objects.select_for_update().get_or_create(pk=user.pk)
        before = {**kept.ways, "digest_at": kept.digest_at}
        kept.ways = kept.ways | dict(ways)
        kept.digest_at = more.get("digest_at", kept.digest_at)
        kept.save()
        now = {**kept.ways, "digest_at": kept.digest_at}
        changed = {name: [before.get(name), value] for name, value in now.items() if before.get(name) != value}
        if changed:
            tell(WISHES_CHANGED, user, by=by, facts={"changed": changed, "name": user.name})
    return kept
