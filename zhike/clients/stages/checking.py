"""What speaks against a move, in words."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhike.clients.rules.explaining import explain
from zhike.clients.stages.models import Stage
from zhike.core.base.listing import listed


def objections(client: Any, stage: Stage) -> list[str]:
    """Sentences that name what fails; empty when the client may move there."""
    former = client.stage
    found = [_not_next(former, stage)] if former and not _follows(former, stage) else []
    if former and former.exit:
        found += _failing(_("To leave “%(stage)s” it must hold: %(conditions)s."), former, former.exit_rule, client)
    if stage.entry:
        found += _failing(_("To enter “%(stage)s” it must hold: %(conditions)s."), stage, stage.entry_rule, client)
    return found


def _follows(former: Stage, stage: Stage) -> bool:
    return former.next_stages.filter(pk=stage.pk).exists()


def _not_next(former: Stage, stage: Stage) -> str:
    after = listed(str(one) for one in former.next_stages.in_order())
    if not after:
        return _("Nothing may follow “%(former)s”.") % {"former": former}
    words = _("“%(former)s” may be followed by %(after)s, not by “%(stage)s”.")
    return words % {"former": former, "after": after, "stage": stage}


def _failing(words: str, stage: Stage, rule: Any, client: Any) -> list[str]:
    failing = explain(rule, client).failing
    return [words % {"stage": stage, "conditions": listed(failing)}] if failing else []


def is_readable(stage: Stage) -> bool:
    """Whether both rules can still be read; one may ask for a field that is there no more."""
    try:
        _entry, _exit = stage.entry_rule, stage.exit_rule
    except ValidationError:
        return False
    return True
