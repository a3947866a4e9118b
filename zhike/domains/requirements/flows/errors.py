"""What a flow may answer instead of doing it."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused
from zhike.domains.requirements.flows.choices import MOST


class CellTaken(Refused):
    """Something stands there; `node` is what."""

    def __init__(self, node: Any) -> None:
        super().__init__(node)
        self.node = node

    def __str__(self) -> str:
        return _("“%(what)s” stands there already. Nothing was moved.") % {"what": self.node}


class OutsideTheDrawing(Refused):
    def __str__(self) -> str:
        return _("The drawing ends there. Nothing was moved.")


class MovedAlready(Refused):
    """Somebody else moved it after this person looked."""

    def __init__(self, node: Any) -> None:
        super().__init__(node)
        self.node = node

    def __str__(self) -> str:
        return _("Someone moved “%(what)s” meanwhile. Nothing was moved; look at where it stands now.") % {
            "what": self.node
        }


class FlowFull(Refused):
    def __str__(self) -> str:
        return _("One drawing holds %(most)d steps. Draw what comes next as a flow of its own.") % {"most": MOST}
