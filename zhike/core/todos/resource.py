"""To-dos as a resource."""

from django.db.models import Q
from django.utils.html import escape
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.todos.forms import TodoForm
from zhike.core.todos.models import State, Todo


def _title(todo: Todo, reader: Reader) -> str:
    return reader.link(todo) if todo.pk else escape(todo.title)


def _due(todo: Todo, reader: Reader) -> str:
    return reader.day(todo.due_on, late=todo.is_open)


def _snoozed(values: list[str], reader: Reader) -> Q:
    asleep = Q(snoozed_until__gt=reader.today, state=State.OPEN)
    return asleep if "yes" in values else ~asleep


def _yes_or_no(_reader: Reader) -> list[tuple[str, str]]:
    return [("yes", gettext("Put off")), ("no", gettext("Not put off"))]


def _columns() -> tuple[Column, ...]:
    return (
        column(Todo, "title", cell=_title, wide=False),
        column(Todo, "client"),
        column(Todo, "owner", edit=True),
        column(Todo, "due_on", cell=_due, needs=("due_on", "state"), edit=True, wide=False),
        column(Todo, "state"),
        column(Todo, "repeat", shown=False),
        column(Todo, "snoozed_until", shown=False),
        column(Todo, "done_at", shown=False),
    )


register(
    Resource(
        name="todos",
        model=Todo,
        form=TodoForm,
        icon="todo",
        columns=_columns(),
        views=(
            (_("Mine, open"), "owner=me&state=open"),
            (pgettext_lazy("to-do", "Open"), "state=open"),
            (_("Late"), "state=open&due_on=late"),
        ),
        opens_with="owner=me&state=open",
        filters=(
            filters.person("owner", _("Owner")),
            filters.when("due_on", _("Due")),
            filters.choice("state", _("State"), State.choices),
            Filter("snoozed", _("Put off"), _snoozed, _yes_or_no),
            filters.archived(),
        ),
        order="due_on",
        search=SearchText(names=("title",), body=("notes",), person="owner"),
        bulk=("complete", "owner", "due_on"),
    )
)
