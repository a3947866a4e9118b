"""What can happen to an offer, and to what was offered to a client."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

OPENED = declare("offer.opened", _("{actor} opened the offer “{record}”, for {count} clients"), icon="tag")
ENDED = declare("offer.ended", _("The offer “{record}” ended"), icon="check")
WITHDRAWN = declare("offer.withdrawn", _("{actor} withdrew the offer “{record}”: {why}"), icon="stop")

MADE = declare("offering.made", _("{actor} offered them “{record}”"), icon="tag")
REDEEMED = declare("offering.redeemed", _("They redeemed “{record}”"), icon="check", personal=("note",))
DECLINED = declare("offering.declined", _("They do not want “{record}”: {why}"), icon="close", personal=("why",))
TAKEN_BACK = declare(
    "offering.taken_back", _("{actor} struck a redemption of “{record}”: {why}"), icon="undo", personal=("why",)
)
