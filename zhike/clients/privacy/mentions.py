"""Traces of a person in rows about something else: found in every table there is, offered to be taken out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from zhike.clients.duplicates.models import MatchKey, Pair
from zhike.clients.merging.models import Move
from zhike.clients.privacy.belongings import Rows, clients_of
from zhike.clients.privacy.columns import worded
from zhike.clients.privacy.models import Erasure
from zhike.clients.privacy.traces import Traces
from zhike.core.access.models import User
from zhike.core.record.models import Record
from zhike.core.timeline.sentences import plain

ALONE = (User, Erasure, MatchKey, Pair, Move)  # colleagues are another matter; keys are derived
AROUND = 40  # signs shown before and after


@dataclass(frozen=True)
class Mention:
    """One row. `near`: it is about a client where the person is known, or names what only this person has."""

    row: Any
    near: bool
    excerpts: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.row._meta.label_lower}:{self.row.pk}"

    @property
    def kind(self) -> str:
        return str(self.row._meta.verbose_name)

    @property
    def seen_alone(self) -> bool:
        """Whether people know the row by itself; else its table is offered as a whole."""
        return isinstance(self.row, Record)


def mentions_of(people: list[Any], traces: Traces, spared: Rows) -> list[Mention]:
    """All rows but the people's own (`spared`), records first. One statement a table, which reads all of it."""
    if not traces.pattern:
        return []
    near = clients_of(people)
    found = [
        _mention(row, columns, traces, near)
        for model in _tables()
        if (columns := worded(model))
        for row in _rows(model, columns, traces, spared)
    ]
    told = [one for one in found if one.near or any(traces.sure.search(said) for said in one.excerpts)]
    return sorted(told, key=lambda one: (not one.seen_alone, one.row._meta.label_lower, one.row.pk))


def seen_by(user: Any, mentions: list[Mention]) -> list[Mention]:
    """Those in records that the person sees; what is no record is shown to nobody and may be named to all."""
    seen = []
    for one in mentions:
        records: Any = type(one.row)._default_manager
        if not one.seen_alone or records.visible_to(user).filter(pk=one.row.pk).exists():
            seen.append(one)
    return seen


def _tables() -> Iterator[Any]:
    for model in apps.get_models(include_auto_created=True):
        ours = model._meta.managed and not model._meta.proxy and model.__module__.startswith("zhike.")
        if ours and model not in ALONE:
            yield model


def _rows(model: Any, columns: list[Any], traces: Traces, spared: Rows) -> Any:
    texts = {f"said_{number}": Cast(field.name, TextField()) for number, field in enumerate(columns)}
    hit = Q()
    for name in texts:
        hit |= Q(**{f"{name}__iregex": traces.pattern})
    return model._base_manager.alias(**texts).filter(hit).exclude(pk__in=spared.get(model, ()))


def _mention(row: models.Model, columns: list[Any], traces: Traces, near: set[int]) -> Mention:
    said = [plain(getattr(row, field.attname)) for field in columns if getattr(row, field.attname)]
    pattern = re.compile(traces.pattern, re.IGNORECASE)
    excerpts = tuple(_around(text, found) for text in said if (found := pattern.search(text)))
    client = getattr(row, "timeline_client_id", getattr(row, "client_id", None))
    return Mention(row, client in near, excerpts)


def _around(text: str, found: re.Match[str]) -> str:
    start, end = max(found.start() - AROUND, 0), found.end() + AROUND
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
