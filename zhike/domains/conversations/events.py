"""What can happen to a conversation."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "people")

LOGGED = {
    "call": declare("conversation.called", _("{actor} logged a call"), icon="phone", personal=_PERSONAL),
    "mail": declare("conversation.mailed", _("{actor} logged a mail"), icon="mail", personal=_PERSONAL),
    "chat": declare("conversation.chatted", _("{actor} logged a chat"), icon="chat", personal=_PERSONAL),
    "video": declare("conversation.video", _("{actor} logged a video call"), icon="video", personal=_PERSONAL),
    "visit": declare("conversation.visited", _("{actor} logged a visit"), icon="visit", personal=_PERSONAL),
    "note": declare("conversation.noted", _("{actor} wrote a note"), icon="note", personal=_PERSONAL),
}
ANSWERED = declare("conversation.answered", _("{actor} answered {record}"), icon="check")
DISMISSED = declare("conversation.dismissed", _("{actor} said that {record} needs no answer"), icon="close")
REOPENED = declare("conversation.reopened", _("{actor} said that {record} still needs an answer"), icon="waiting")
