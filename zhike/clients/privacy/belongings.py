"""Rows that are there for one person alone, and rows that only lead to the person."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from zhike.clients.merging.hanging import Hook, hooks_on
from zhike.clients.models import Contact, Position
from zhike.core.files.models import Attachment
from zhike.core.mail.models import Letter

Rows = dict[type[models.Model], set[Any]]


def belongings(ids: Iterable[int]) -> Rows:
    """What is about these contacts, and what would go with them, by table; without letters and files."""
    found: Rows = {}
    for hook in hooks_on(Contact):
        if is_own(hook) and hook.model not in (Letter, Attachment):
            found.setdefault(hook.model, set()).update(_rows(hook, ids))
    return {model: some for model, some in found.items() if some}


def links(ids: Iterable[int]) -> Iterator[tuple[type[models.Model], set[Any]]]:
    """Rows about something else that lead to these contacts: conversations, pain points. They stay."""
    for hook in hooks_on(Contact):
        if not is_own(hook) and hook.column != "merged_into_id":
            yield hook.model, set(_rows(hook, ids))


def is_own(hook: Hook) -> bool:
    """Whether its rows would go with the person: they are about it, or mean nothing without it.

    A model whose rows are a person's own although they could stand alone says `goes_with_the_person = True`.
    """
    if hook.column == "record_id" or getattr(hook.model, "goes_with_the_person", False):
        return True
    field: Any = next((one for one in hook.model._meta.concrete_fields if one.attname == hook.column), None)
    return field is not None and field.remote_field.on_delete is models.CASCADE and not hook.model._meta.auto_created


def files_of(ids: Iterable[int]) -> Any:
    return Attachment._base_manager.filter(record_type=Contact._meta.label_lower, record_id__in=ids).order_by("pk")


def letters_of(ids: Iterable[int], emails: Iterable[str]) -> Any:
    """Letters about them or to them, without those to a colleague who has the same address."""
    staff = apps.get_model("access.User").objects.values_list(Lower("email"), flat=True)
    theirs = {one.lower() for one in emails} - set(staff)
    about = Q(record_type=Contact._meta.label_lower, record_id__in=ids)
    return Letter._base_manager.alias(low=Lower("to")).filter(about | Q(low__in=theirs)).order_by("pk")


def conversations_of(ids: Iterable[int]) -> Any:
    found: Any = Contact._meta.get_field("conversations").related_model
    return found._base_manager.filter(contacts__in=ids).distinct().order_by("happened_at", "pk")


def clients_of(people: Iterable[Contact]) -> set[int]:
    """Where the person is known: the main client of each, and where they have a place or took part in a talk."""
    people = list(people)
    ids = [one.pk for one in people]
    places = Position.objects.filter(contact__in=ids).values_list("client", flat=True)
    said = conversations_of(ids).order_by().values_list("client", flat=True)
    return {one.client_id for one in people if one.client_id} | set(places) | set(said)


def _rows(hook: Hook, ids: Iterable[int]) -> list[Any]:
    return [pk for one in ids for pk in hook.rows(one).values_list("pk", flat=True)]
