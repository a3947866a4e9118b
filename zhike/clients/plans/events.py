"""What can happen to a plan, beside what happens to every record."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

PAUSED = declare("plan.paused", _("{actor} paused the plan “{record}”"), icon="stop")
RESUMED = declare("plan.resumed", _("{actor} took up the plan “{record}” again"), icon="repeat")
