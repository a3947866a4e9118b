"""The mailbox in use, and the addresses that answers come back to."""

from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from zhike.core.base.kept import Kept
from zhike.core.base.sealing import sealed
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer
from zhike.core.mail.events import INBOX_CHANGED
from zhike.core.mail.models.inbox import Inbox
from zhike.core.timeline.tell import tell

ANOTHER_BOX = ("host", "user", "folder")
SIGNED = 16  # signs of the seal in an address


@Kept
def inbox() -> Inbox | None:
    """The mailbox in use, or None: then answers go to whoever wrote."""
    return Inbox.objects.filter(pk=1).exclude(host="").first()


def change_inbox(*, by: Any, password: str = "", **values: Any) -> Inbox:
    """Set what the page says; an empty password keeps the one that stands. Another box is read from now on.

    Raises Forbidden.
    """
    if not may_administer(by):
        raise Forbidden
    with transaction.atomic():
        kept, _made = Inbox.objects.select_for_update().get_or_create(pk=1)
        changed = {name: [getattr(kept, name), value] for name, value in values.items() if getattr(kept, name) != value}
        for name, value in values.items():
            setattr(kept, name, value)
        if any(name in changed for name in ANOTHER_BOX):
            kept.since = kept.uid_validity = kept.read_at = None
            kept.last_uid = 0
        if password:
            changed["password"] = ["•••", "•••"]
            kept.password_sealed = sealed(password)
        kept.save()
        if changed:
            tell(INBOX_CHANGED, kept, by=by, facts={"changed": changed})
    inbox.forget()
    return kept


def answers_to(record: Any, otherwise: str) -> str:
    """The address that answers about this record come to: the mailbox's, marked with the record where it takes that."""
    box = inbox()
    if box is None or not box.address:
        return otherwise
    name, _at, domain = box.address.partition("@")
    return f"{name}+{mark_of(record)}@{domain}" if box.marks else box.address


def mark_of(record: Any) -> str:
    """`cv-12-<seal>`: nobody makes one up for another record."""
    said = record.reference.lower()
    return f"{said}-{_seal(said)}"


def marked_record(address: str, model: type[models.Model]) -> Any:
    """The record of this kind that an address is marked with; None for any other address."""
    said, _dash, seal = address.partition("@")[0].partition("+")[2].lower().rpartition("-")
    if not said or not constant_time_compare(seal, _seal(said)):
        return None
    found: Any = apps.get_model(model._meta.label)._default_manager
    return found.by_reference(said).first()


def _seal(said: str) -> str:
    return salted_hmac("zhike.mail.marks", said, algorithm="sha256").hexdigest()[:SIGNED]
