"""What is still to do for a client, on its page."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.core.access.standing_in import deputy_today, stood_in_for
from zhike.core.pages.calendar import Item, calendar_source
from zhike.core.pages.owed import Owed, Scope, owed_source
from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging
from zhike.core.todos.models import Todo

SHOWN = 8


@part("clients.rail", template="todos/rail.html", label=gettext_lazy("To-dos"), order=40)
def todos(client: Any, _reader: Any) -> dict[str, Any]:
    """Who sees the client sees its to-dos."""
    open_ones = Todo.objects.open().filter(client=client).order_by("due_on")
    return {"todos": open_ones[:6], "more": ("?tab=todos", _("All"))}


@calendar_source("todos", label=gettext_lazy("To-dos"), moves=(Todo._meta.label_lower, "due_on"))
def calendar(reader: Any, people: Collection[int], first: date, last: date) -> Iterator[Item]:
    """To-dos, follow-ups among them, on the day they are due."""
    seen = Todo.objects.visible_to(reader.user).standing().filter(owner__in=people, due_on__range=(first, last))
    for todo in seen.select_related("client"):
        yield Item(
            day=todo.due_on,
            title=todo.title,
            url=reverse("todos:detail", args=[todo.reference]),
            icon="todo",
            at=todo.due_time,
            client=str(todo.client or ""),
            done=not todo.is_open,
            late=todo.is_late(reader.today),
            reference=todo.reference if todo.is_open else "",
        )


@owed_source("todos", label=gettext_lazy("To-do"), icon="todo")
def owed(reader: Any, scope: Scope) -> Iterator[Owed]:
    """To-dos with a day that are not put off."""
    seen = Todo.objects.visible_to(reader.user).awake(reader.today).exclude(due_on=None).in_order()
    for todo in scope.of(seen.select_related("client"), owner="owner"):
        url = reverse("todos:detail", args=[todo.reference])
        yield Owed(
            todo.due_on, todo.title, url, todo.reference, at=todo.due_time, person=todo.owner_id, client=todo.client
        )


@belonging("todos", label=gettext_lazy("Open to-dos"))
def open_todos(person: Any) -> Any:
    return Todo.objects.open().filter(owner=person)


@part("day.main", template="todos/standing_in.html", label=gettext_lazy("Standing in"), order=20)
def standing_in(user: Any, reader: Any) -> dict[str, Any] | None:
    """What is due for those who are away and left this person in their place."""
    others = stood_in_for(user.pk)
    if not others:
        return None
    due = Todo.objects.awake(reader.today).filter(owner__in=others, due_on__lte=reader.today).in_order()
    names = reader.people
    return {
        "due": [(todo, names.get(todo.owner_id, "")) for todo in due.select_related("client")[:20]],
        "absences": [(names.get(pk, ""), until) for pk in others for _deputy, until in [deputy_today(pk) or (0, None)]],
    }


@part("team.main", template="todos/team.html", label=gettext_lazy("Late to-dos"), order=20)
def late_todos(user: Any, reader: Any) -> dict[str, Any] | None:
    """What those whom the person leads have not done by its day, the longest late first."""
    late = Todo.objects.visible_to(user).overdue(reader.today).filter(owner__in=user.leads)
    found = list(late.in_order().select_related("client")[:SHOWN])
    more = (f"{reverse('todos:list')}?owner=led&state=open&due_on=late&snoozed=no", _("All"))
    return {"due": [(todo, reader.people.get(todo.owner_id, "")) for todo in found], "more": more} if found else None
