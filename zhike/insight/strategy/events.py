"""What can happen to the strategy."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

IN_FORCE = declare("strategy.in_force", _("{actor} put {record} into force"), icon="check")
SUPERSEDED = declare("strategy.superseded", _("{record} is no longer in force"), icon="archive")
REVISED = declare("strategy.revised", _("{actor} began a new edition after {record}"), icon="edit")
GOAL = declare("strategy.goal", _("{actor} changed the goals of {record}: {text}"), icon="star", quiet=True)
NOTED = declare("strategy.noted", _("{actor} noted {value} for the goal “{text}”"), icon="chart")
CARRIED = declare("strategy.carried", _("{actor} changed what carries {record}: {text}"), icon="link", quiet=True)
