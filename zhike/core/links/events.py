"""What can happen to a link."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

ISSUED = declare("link.issued", _("{actor} made a link: {purpose}, {name}"), icon="link", personal=("name", "who"))
REVOKED = declare("link.revoked", _("{actor} revoked a link: {purpose}, {name}"), icon="link", personal=("name",))
USED = declare("link.used", _("The link for {who} was used: {purpose}, {name}"), icon="link", personal=("name", "who"))
ASKED = declare("link.asked", _("A new link was asked for: {purpose}, {name}"), icon="link", personal=("name",))
