"""What can happen to an important date, beside what happens to every record."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare
from zhike.core.ui.dates import told_day

NEAR = declare(
    "date.near",
    _("Coming up: {record}, {day}"),
    icon="calendar",
    personal=("name",),
    reminds=True,
    words={"day": told_day},
)
