"""What the palette offers about conversations."""

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action

register_action(
    Action(
        _("Log a conversation"),
        "conversations:add",
        "chat",
        words="call mail chat video visit note 电话 邮件 聊天 视频 拜访 笔记 沟通 记录",
        may=may_work,
    )
)
register_action(
    Action(_("Paste a chat"), "paste_chat", "chat", words="wechat whatsapp paste 微信 聊天 记录 粘贴", may=may_work)
)
