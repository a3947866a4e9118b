"""Which records may carry a strategy: the rules by which it is done. What is archived or gone is told as broken."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from zhike.core.resources.registry import resource_of

KINDS = ("tiers.tier", "stages.stage", "segments.segment", "playbooks.playbook", "plans.plan")
OFFERED = 60  # of each kind, the latest


@dataclass(frozen=True)
class Carried:
    """One link as a reader is told of it. `broken`: the rule is put away or gone; `words` are empty for what the reader
    does not see."""

    rule: Any
    words: str
    kind: str
    url: str
    broken: bool


def offered(user: Any) -> list[tuple[Any, list[tuple[str, str]]]]:
    """(kind, its records) as a menu shows them: what stands and the person sees."""
    found = []
    for kind in KINDS:
        model: Any = apps.get_model(kind)
        records = model.objects.visible_to(user).standing().order_by("-pk")[:OFFERED]
        if options := [(f"{kind}:{one.pk}", str(one)) for one in records]:
            found.append((model._meta.verbose_name_plural, options))
    return found


def told(rules: Iterable[Any], user: Any) -> list[Carried]:
    """Two queries for each kind that there is."""
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for rule in rules:
        by_kind[rule.record_type].append(rule)
    return sorted(
        (one for kind, those in by_kind.items() for one in _told(kind, those, user)), key=lambda one: one.rule.pk
    )


def _told(kind: str, rules: list[Any], user: Any) -> Iterator[Carried]:
    model: Any = apps.get_model(kind)
    ids = [one.record_id for one in rules]
    standing = set(model._base_manager.filter(pk__in=ids, archived_at=None).values_list("pk", flat=True))
    seen = {one.pk: one for one in model.objects.visible_to(user).filter(pk__in=ids)}
    resource = resource_of(kind)
    for rule in rules:
        record = seen.get(rule.record_id)
        url = resource.url("detail", record) if resource and record else ""
        label = str(model._meta.verbose_name)
        yield Carried(rule, str(record) if record else "", label, url, rule.record_id not in standing)
