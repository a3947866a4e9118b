"""What can be done from the palette: each area may add its own; every resource and every place brings some."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from zhike.core.access.areas import leads_nowhere
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource
from zhike.core.search.highlight import highlight, spans
from zhike.core.ui import navigation


def _anyone(_user: Any) -> bool:
    return True


@dataclass(frozen=True)
class Action:
    """`words` are further words under which it is found, in any language."""

    label: str | Promise
    url_name: str
    icon: str = "arrow"
    words: str = ""
    args: tuple[str, ...] = ()
    key: str = ""
    may: Callable[[Any], bool] = _anyone

    @property
    def url(self) -> str:
        try:
            return reverse(self.url_name, args=self.args)
        except NoReverseMatch:
            return ""

    def shown(self, typed: str) -> str:
        return highlight(str(self.label), typed, name=True)

    def answers(self, typed: str) -> bool:
        """Whether each word typed is found in what it is called, in any of our languages or by pinyin."""
        called = " ".join((*_in_all_languages(self.label), self.words))
        return all(spans(called, word, name=True) for word in typed.split())


_actions: list[Action] = []


def register_action(action: Action) -> Action:
    """Called in an area's `navigation.py`."""
    _actions.append(action)
    return action


def actions(user: Any) -> list[Action]:
    """Those this person may take: to add, to do, to go."""
    own = {(action.url_name, action.args) for action in _actions}
    adding = (action for action in _adding(user) if (action.url_name, action.args) not in own)
    offered = (action for action in (*adding, *_actions, *_going(user)) if action.may(user))
    return [action for action in offered if action.url and not leads_nowhere(action.url)]


def actions_for(typed: str, user: Any, limit: int = 6) -> list[Action]:
    """Those that answer to the words; the first ones when nothing is typed."""
    return [action for action in actions(user) if action.answers(typed)][:limit]


def _adding(user: Any) -> Iterable[Action]:
    for resource in RESOURCES.values():
        if resource.menu and resource.model.may_add(user, None):
            yield _add(resource)


def _add(resource: Resource) -> Action:
    return Action(format_lazy(_("New {what}"), what=resource.model._meta.verbose_name), f"{resource.name}:add", "plus")


def _going(user: Any) -> Iterable[Action]:
    for item in navigation.items():
        if item.may is None or item.may(user):
            yield Action(_to(item.label), item.url_name, item.icon, key=f"G {item.key.upper()}" if item.key else "")


def _to(label: str | Promise) -> str | Promise:
    return format_lazy(_("Go to {place}"), place=label)


def _in_all_languages(label: str | Promise) -> list[str]:
    if isinstance(label, str):
        return [label]
    return [_said(label, language) for language, _name in settings.LANGUAGES]


def _said(label: Promise, language: str) -> str:
    with override(language):
        return str(label)
