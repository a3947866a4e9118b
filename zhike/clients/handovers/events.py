"""What can happen to a hand-over note."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

WRITTEN = declare("handover.written", _("{actor} wrote a hand-over note for {successor}"), icon="out")
READ = declare("handover.read", _("{actor} read the hand-over note"), icon="check")
