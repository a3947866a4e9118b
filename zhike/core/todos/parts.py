"""What is still to do for a client, on its page."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.core.pages.parts import part
from zhike.core.todos.models import Todo


@part("clients.rail", template="todos/rail.html", label=gettext_lazy("To-dos"), order=40)
def todos(client: Any, _reader: Any) -> dict[str, Any]:
    """Who sees the client sees its to-dos."""
    open_ones = Todo.objects.open().filter(client=client).order_by("due_on")
    return {"todos": open_ones[:6], "more": ("?tab=todos", _("All"))}
