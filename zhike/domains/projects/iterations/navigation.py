"""What the palette offers about iterations."""

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action

WORDS = "iteration sprint agile backlog 迭代 冲刺 敏捷"
register_action(Action(_("New iteration"), "iterations:add", "repeat", words=WORDS, may=may_work))
register_action(Action(_("Iterations"), "iterations:list", "repeat", words=WORDS))
