"""The company's own fields of clients, whose values stand in one JSONB column."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, DateField, Func, TextField
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.kinds import AMOUNT, Kind
from zhike.clients.rules.people import staff
from zhike.clients.rules.registry import RuleField
from zhike.core.fields.models import FieldDefinition, definitions_of
from zhike.core.fields.models import Kind as OwnKind


class Words(Func):
    """A JSON list of words as an array; of nothing, an empty one."""

    template = "array(select jsonb_array_elements_text(%(expressions)s))"
    output_field = ArrayField(TextField())


def own_fields() -> Iterator[RuleField]:
    for one in definitions_of("clients.client"):
        more = MADE[OwnKind(one.kind)](one)
        yield RuleField(
            name=one.name, label=str(one), group=_("Own fields"), columns=(one.name,), links_to=one.links_to, **more
        )


def _plain(definition: FieldDefinition) -> Any:
    return KeyTextTransform(definition.key, "custom")


def _inside(definition: FieldDefinition, key: str) -> Any:
    return KeyTextTransform(key, KeyTransform(definition.key, "custom"))


def _text(definition: FieldDefinition) -> dict[str, Any]:
    return {"kind": Kind.TEXT, "value": _plain(definition)}


def _options(definition: FieldDefinition) -> Callable[[], list[tuple[str, str]]]:
    return lambda: [(one, one) for one in definition.options]


Made = Callable[[FieldDefinition], dict[str, Any]]
MADE: dict[OwnKind, Made] = {
    OwnKind.TEXT: _text,
    OwnKind.LONG: _text,
    OwnKind.NUMBER: lambda one: {"kind": Kind.NUMBER, "value": Cast(_plain(one), AMOUNT)},
    OwnKind.MONEY: lambda one: {
        "kind": Kind.MONEY,
        "value": Cast(_inside(one, "amount"), AMOUNT),
        "currency": _inside(one, "currency"),
    },
    OwnKind.DATE: lambda one: {"kind": Kind.DAY, "value": Cast(_plain(one), DateField())},
    OwnKind.CHOICE: lambda one: {"kind": Kind.CHOICE, "value": _plain(one), "options": _options(one)},
    OwnKind.CHOICES: lambda one: {"kind": Kind.TAGS, "value": Words(KeyTransform(one.key, "custom"))},
    OwnKind.BOOLEAN: lambda one: {"kind": Kind.BOOLEAN, "value": Cast(_plain(one), BooleanField())},
    OwnKind.LINK: lambda one: {"kind": Kind.LINK, "value": Cast(_inside(one, "id"), BigIntegerField())},
    OwnKind.PERSON: lambda one: {
        "kind": Kind.RECORD,
        "value": Cast(_inside(one, "id"), BigIntegerField()),
        "options": staff,
    },
}
