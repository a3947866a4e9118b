"""Giving drafts to the record they were uploaded for."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

from zhike.core.files.events import ATTACHED
from zhike.core.files.models import Attachment
from zhike.core.files.queryset import carrying, place, told_place
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.tell import event_of, tell_many


def claim(ids: Iterable[int | str], record: models.Model, *, by: Any) -> list[Attachment]:
    """Hang the person's own drafts on the record; those claimed, in order. `ids` are numbers or references.

    Others' drafts, claimed ones and what is no number are passed over. Raises Forbidden.
    """
    if not Attachment.may_add(by, record):
        raise Forbidden
    numbers = [number for one in ids if (number := _number(one))]
    with transaction.atomic():
        drafts = Attachment.objects.drafts().filter(pk__in=numbers, created_by=by)
        claimed = list(drafts.order_by("pk").select_for_update(no_key=True, of=("self",)))
        for file in claimed:
            file.write(place(record))
            file.version += 1
        Attachment.objects.bulk_update(claimed, ["record_type", "record_id", "client", "version"])
        told = told_place(record)
        tell_many(event_of(ATTACHED, file, by=by, facts={"name": file.name} | told) for file in claimed)
    carrying.forget()
    return claimed


def hand_on(was: models.Model, record: models.Model, *, by: Any) -> None:
    """Hang the files of one record on another, in the caller's transaction: a mail becomes a conversation."""
    files = list(Attachment.objects.on(was).select_for_update(no_key=True, of=("self",)))
    for file in files:
        file.write(place(record))
        file.version += 1
    Attachment.objects.bulk_update(files, ["record_type", "record_id", "client", "version"])
    told = told_place(record)
    tell_many(event_of(ATTACHED, file, by=by, facts={"name": file.name} | told) for file in files)


def _number(said: int | str) -> int:
    digits = str(said).strip().upper().removeprefix(f"{Attachment.prefix}-")
    return int(digits) if digits.isdecimal() and len(digits) < 19 else 0
    carrying.forget()
