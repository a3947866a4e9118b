"""What can happen to a to-do."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name",)

ADDED = declare("todo.added", _("{actor} added the to-do “{record}”"), icon="todo", personal=_PERSONAL)
CAME_ROUND = declare("todo.came_round", _("The to-do “{record}” came round again"), icon="repeat", personal=_PERSONAL)
COMPLETED = declare("todo.completed", _("{actor} ticked off “{record}”"), icon="check", personal=_PERSONAL)
REOPENED = declare("todo.reopened", _("{actor} opened “{record}” again"), icon="undo", personal=_PERSONAL)
SNOOZED = declare("todo.snoozed", _("{actor} put off “{record}”"), icon="snooze", personal=_PERSONAL)
WOKEN = declare("todo.woken", _("{actor} took “{record}” up again"), icon="sun", personal=_PERSONAL)
