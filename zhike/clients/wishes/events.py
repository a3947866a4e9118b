"""What contacts tell themselves."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

WISHED = declare(
    "contact.wished", _("{name} confirmed through a link how they wish to be reached"), icon="person",
    personal=("name",),
)  # fmt: skip
