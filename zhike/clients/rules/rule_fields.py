"""What rules may ask of the trunk itself."""

from typing import Any

from django.db.models import Count, Func, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from zhike.clients.forms import COUNTRIES
from zhike.clients.models import Client, Contact
from zhike.clients.rules.kinds import Kind
from zhike.clients.rules.people import staff, teams
from zhike.clients.rules.registry import RuleField, declare
from zhike.core.base.regions import country
from zhike.core.todos.models import Todo


def _column(name: str, kind: Kind, **more: Any) -> RuleField:
    """A field of the client's own table, under its own name."""
    field: Any = Client._meta.get_field(name)
    if field.choices:
        more.setdefault("options", lambda: field.choices)
    more.setdefault("columns", (name,))
    return RuleField(name=name, label=capfirst(field.verbose_name), kind=kind, value=field.attname, **more)


def _lines(name: str) -> RuleField:
    """A list of short texts, looked through as one text."""
    field = _column(name, Kind.TEXT)
    together = Func(name, Value(" "), function="array_to_string", output_field=TextField())
    return RuleField(
        name=name, label=field.label, kind=Kind.TEXT, value=together, columns=(name,),
        operators=("holds", "holds_not", "filled", "empty"),
    )  # fmt: skip


def counted(records: Any) -> Coalesce:
    """How many there are of records narrowed to `OuterRef("pk")`, as a number that is never unknown."""
    count = records.order_by().values(counted_by=Value(1)).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(count), 0)


declare(
    _column("industry", Kind.TEXT),
    _column("size", Kind.CHOICE),
    _column("kind", Kind.CHOICE),
    _column("tags", Kind.TAGS),
    _column("owner", Kind.RECORD, options=staff),
    _column("deputy", Kind.RECORD, options=staff),
    _column("team", Kind.RECORD, options=teams),
    _column("country", Kind.CHOICE, options=lambda: [(code, country(code)) for code in COUNTRIES]),
    _column("province", Kind.TEXT),
    _column("city", Kind.TEXT),
    _column("district", Kind.TEXT),
    _column("name", Kind.TEXT),
    _column("short_name", Kind.TEXT),
    _column("tax_number", Kind.TEXT),
    _column("external_id", Kind.TEXT),
    _column("about", Kind.TEXT),
    _column("website", Kind.TEXT),
    _lines("phones"),
    _lines("emails"),
    _column("preferred_channel", Kind.CHOICE),
    _column("language", Kind.CHOICE),
    _column("created_at", Kind.MOMENT, columns=()),
    _column("last_contact_at", Kind.MOMENT, group=_("Dealings"), columns=(), records=("conversations.conversation",)),
    _column("next_follow_up", Kind.DAY, group=_("Dealings"), columns=(), records=("todos.todo",)),
    RuleField(
        name="open_todos", label=_("Open to-dos"), kind=Kind.NUMBER, group=_("Dealings"), records=("todos.todo",),
        value=counted(Todo.objects.open().filter(client=OuterRef("pk"))),
    ),
    RuleField(
        name="contacts", label=_("Number of contacts"), kind=Kind.NUMBER, records=("clients.contact",),
        value=counted(Contact.objects.standing().filter(client=OuterRef("pk"))),
    ),
)  # fmt: skip
