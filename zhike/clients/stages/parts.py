"""A client's stage on its page: where it stands in its life with us, and the way it came."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.reading import read
from zhike.clients.rules.wording import in_words
from zhike.clients.stages.models import Stage, Stay
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader


@part("clients.head", template="stages/path.html", order=60)
def stage(client: Any, reader: Reader) -> dict[str, Any] | None:
    """The stages as marks, its own with its name; nothing where a company keeps none."""
    stages = list(Stage.objects.in_order())
    if not stages:
        return None
    here = next((one for one in stages if one.pk == client.stage_id), None)
    days = (reader.now - client.stage_since).days if client.stage_since else 0
    over = bool(here and here.usual_days and days > here.usual_days)
    may_move = may_work(reader.user) and client.archived_at is None
    return {"stages": stages, "here": here, "days": days, "over": over, "may_move": may_move}


@part("clients.facts", template="stages/history.html", label=_("Stages so far"), order=40)
def stages_so_far(client: Any, reader: Reader) -> dict[str, Any] | None:
    stays = list(Stay.objects.filter(client=client).select_related("stage").order_by("-entered_at", "-pk")[:30])
    told = [{"stay": one, "by": reader.people.get(one.by_id, ""), "rule": _in_words(one), "days": _days(one, reader)}
            for one in stays]  # fmt: skip
    return {"stays": told} if told else None


def _in_words(stay: Stay) -> str:
    """The rule by which it came, as far as it can still be read."""
    try:
        return in_words(read(stay.rule)) if stay.rule else ""
    except ValidationError:
        return ""


def _days(stay: Stay, reader: Reader) -> int:
    return ((stay.left_at or reader.now) - stay.entered_at).days
