"""What can happen to a flow."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "what", "next")

DRAWN = declare("flow.drawn", _("{actor} began to draw how it goes: “{record}”"), icon="board", personal=_PERSONAL)
ADDED = declare(
    "flow.node_added", _("{actor} added to “{record}”: {what}"), icon="plus", personal=_PERSONAL, quiet=True
)
CHANGED = declare(
    "flow.node_changed", _("{actor} changed in “{record}”: {what}"), icon="edit", personal=_PERSONAL, quiet=True
)
MOVED = declare(
    "flow.node_moved", _("{actor} moved in “{record}”: {what}"), icon="board", personal=_PERSONAL, quiet=True
)
REMOVED = declare(
    "flow.node_removed", _("{actor} took out of “{record}”: {what}"), icon="close", personal=_PERSONAL, quiet=True
)
JOINED = declare(
    "flow.joined", _("{actor} said in “{record}” that “{next}” comes after “{what}”"), icon="right",
    personal=_PERSONAL, quiet=True,
)  # fmt: skip
PARTED = declare(
    "flow.parted", _("{actor} said in “{record}” that “{next}” no longer comes after “{what}”"), icon="close",
    personal=_PERSONAL, quiet=True,
)  # fmt: skip
