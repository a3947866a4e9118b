"""What can happen to a client's tier."""

from django.utils.translation import gettext_lazy as _

from zhike.core.base.languages import in_readers
from zhike.core.timeline.kinds import declare

BY_RULE = declare(
    "tier.by_rule",
    _("{record} is now in tier {to} (before: {from}), whose rule fits: {why}"),
    icon="star",
    words={"why": in_readers},
)
LEFT = declare("tier.left", _("{record} left tier {from}: no rule fits any longer"), icon="star")
OVERRIDDEN = declare(
    "tier.overridden",
    _("{record} is now in tier {to} (before: {from}). {asker} asked, {actor} approved: {why}"),
    icon="star",
)
OVERRIDE_ENDED = declare("tier.override_ended", _("Tier {tier} given to {record} by hand ended"), icon="undo")
