"""What administrators do here."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

AUDIT_TAKEN = declare("audit.taken", _("{actor} took the audit trail out as a file"), icon="export", private=True)
JOB_RETRIED = declare("job.retried", _("{actor} had {task} tried again"), icon="undo", private=True)
FEEDBACK_GIVEN = declare("feedback.given", _("{actor} said what they think of Zhike"), icon="comment", private=True)
