"""What can happen to how people are told."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

WISHES_CHANGED = declare(
    "person.wishes_changed", _("{actor} chose how to be told of things"), icon="bell", personal=("name", "changed")
)
