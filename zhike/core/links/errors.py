"""Why a link does not open."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class LinkEnded(Refused):
    """`why` is expired, revoked or used."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    def __str__(self) -> str:
        return _("This link is no longer valid.")
