"""What can happen to a contact, beside what happens to every record."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

JOINED = declare("contact.joined", _("{actor} noted that {record} also works at {place}"), icon="person")
LEFT = declare("contact.left", _("{actor} noted that {record} no longer works at {place}"), icon="person")
