"""What can happen in a discussion."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

COMMENTED = declare("discussion.commented", _("{actor} commented on “{about}”"), icon="comment", personal=("name",))
REWORDED = declare("discussion.reworded", _("{actor} changed a comment"), icon="edit", personal=("changed",))
WATCHED = declare("discussion.watched", _("{actor} watches {record}"), icon="eye", personal=("who",))
INVITED = declare("discussion.invited", _("{actor} asked {who} to watch {record}"), icon="eye", personal=("who",))
UNWATCHED = declare("discussion.unwatched", _("{who} no longer watches {record}"), icon="eye", personal=("who",))
