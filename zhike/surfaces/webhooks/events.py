"""What can happen to webhooks and deliveries. No webhook hears of them, but a try of its own."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

MADE = declare("webhook.made", _("{actor} made the webhook “{record}”"), icon="link")
TRIED = declare("webhook.tried", _("{actor} tries the webhook “{record}”"), icon="send")
ROTATED = declare("webhook.rotated", _("{actor} gave “{record}” a new secret"), icon="key")
SWITCHED_ON = declare("webhook.switched_on", _("{actor} switched on “{record}”"), icon="check")
SWITCHED_OFF = declare("webhook.switched_off", _("{actor} switched off “{record}”"), icon="stop")
STOPPED = declare(
    "webhook.stopped", _("The webhook “{record}” was switched off: its address fails ({answer})"), icon="warning"
)
AGAIN = declare("delivery.again", _("{actor} sends the delivery {name} again"), icon="repeat")
