"""Merging and taking apart, told on both records."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "other")

MERGED = declare("merging.merged", _("{actor} merged {other} into {record}"), icon="in", personal=_PERSONAL)
MERGED_AWAY = declare(
    "merging.merged_away", _("{actor} merged {record} into {other}"), icon="in", personal=_PERSONAL, quiet=True
)  # on the history of the one that stays, the line above says it
UNMERGED = declare("merging.unmerged", _("{actor} took {other} out of {record} again"), icon="undo", personal=_PERSONAL)
CAME_BACK = declare(
    "merging.came_back", _("{record} stands alone again, beside {other}"), icon="undo", personal=_PERSONAL
)
GIVEN = declare("merging.given", _("{record} came over from {other}"), icon="arrow", personal=_PERSONAL)
