"""What can happen to a client in its life with us. It stands on the client."""

from django.utils.translation import gettext_lazy as _

from zhike.core.base.languages import in_readers
from zhike.core.timeline.kinds import declare

_WORDS = {"stage": in_readers}
ENTERED = declare(
    "stage.entered", _("{actor} moved {record} to “{stage}”. {why}"), icon="arrow", personal=("why",), words=_WORDS
)
MET = declare("stage.met", _("{record} moved to “{stage}”: its entry rule is met"), icon="arrow", words=_WORDS)
