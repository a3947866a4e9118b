"""What tiers ask others to agree to."""

from django.utils.translation import gettext_lazy as _

from zhike.clients.tiers.deciding import deciders
from zhike.clients.tiers.overriding import NAME, start
from zhike.core.approval.registry import Question, register

register(
    Question(
        NAME,
        _("Tier {tier} for {about}"),
        deciders,
        approved=start,
        labels={"tier": _("tier"), "until": _("until")},
        watches=("tier",),
    )
)
