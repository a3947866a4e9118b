"""What the studio writes again and again: shared, and Lena's own."""

from zhike.clients.snippets.forms import SnippetForm
from zhike.core.timeline.moment import at
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

SNIPPETS = (
    (
        "mona", True, "We got it 收到",
        "Dear {contact},\n\nThank you, we have it. I read it today and write to you by tomorrow noon.\n\n{me}",
        "{contact}，您好！\n\n资料收到，我今天看完，明天中午前给您答复。\n\n{me}",
    ),
    (
        "mona", True, "Files for review 请审阅",
        "Dear {contact},\n\nThe files for {client} are attached. May we have your comments by Thursday? "
        "If nothing needs to change, a short “agreed” is enough.\n\n{me}",
        "{contact}，您好！\n\n{client}的稿件见附件，请您在周四前给个意见。如无修改，回复“同意”即可。\n\n{me}",
    ),
    (
        "mona", True, "Later than promised 比约定晚",
        "Dear {contact},\n\nI promised this for today, and it will be tomorrow. I am sorry: I should have told you "
        "sooner. Nothing else moves.\n\n{me}",
        "{contact}，您好！\n\n原定今天交的内容要到明天，没能早点告诉您，抱歉。其他节点不变。\n\n{me}",
    ),
    (
        "lena", False, "Can we meet? 约见面",
        "Dear {contact},\n\nShall we go through it in person? I am free on Tuesday and Thursday after two.\n\n{me}",
        "{contact}，您好！\n\n见面聊一次如何？我周二、周四下午两点以后都可以。\n\n{me}",
    ),
)  # fmt: skip


def build(world: World) -> None:
    with at(world.beginning):
        for person, shared, name, english, chinese in SNIPPETS:
            values = {"name": name, "text": english, "text_zh": chinese, "shared": shared}
            through(SnippetForm, values, by=world.staff[person])
