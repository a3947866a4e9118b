"""Mails as clients write them."""

from email.message import EmailMessage
from email.utils import make_msgid


def mail(text: str = "好的，谢谢！", *, sender: str = "陈岚 <clara@qingchuan.example>", **headers: str) -> EmailMessage:
    """Headers by name, with _ for -."""
    made = EmailMessage()
    told = {
        "From": sender,
        "To": "desk@zhike.example",
        "Subject": "回复：原型",
        "Message_ID": make_msgid(domain="q.example"),
    }
    for name, value in (told | headers).items():
        if value:
            made[name.replace("_", "-")] = value
    made.set_content(text)
    return made
