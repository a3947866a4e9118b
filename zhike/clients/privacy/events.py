"""That a person was erased; told without saying who."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

ERASED = declare("privacy.erased", _("{actor} erased what was known about this person"), icon="lock")
REDACTED = declare("privacy.redacted", _("{actor} took the name of an erased person out of this"), icon="lock")
EXPORTED = declare("privacy.exported", _("{actor} exported what is known about this person"), icon="export")
