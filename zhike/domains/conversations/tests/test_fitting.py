"""What is written is said to fit a mail, a chat or a talk; the composer says so and holds nothing back."""

import pytest

from zhike.domains.conversations.fitting import better_channel


@pytest.mark.parametrize(
    ("kind", "text", "better"),
    [
        ("chat", "报价是八万元，含税", "mail"),
        ("chat", "合同第三版发您了", "mail"),
        ("chat", "定金收到，谢谢！", "mail"),
        ("chat", "We accept the change for €4,200.", "mail"),
        ("chat", "The quote stands until Friday", "mail"),
        ("chat", "这个contract我们签了", "mail"),
        ("chat", "我们到楼下了", None),
        ("chat", "Running five minutes late", None),
        ("chat", "I feel refreshed", None),
        ("mail", "报价是八万元，含税", None),
        ("mail", "首页放几个入口？谁来写文案？几号上线？旧网站怎么办？", "call"),
        ("mail", "Which font? Which blue? Who decides? By when?", "call"),
        ("mail", "Which font? Which blue?", None),
        ("mail", "word " * 400, "video"),
        ("mail", "字" * 700, "video"),
        ("mail", "word " * 300, None),
        ("call", "报价是八万元？行吗？好吗？可以吗？", None),
    ],
)
def test_what_fits(kind, text, better):
    fit = better_channel(kind, text)
    assert (fit.kind if fit else None) == better


def test_a_promise_in_a_chat_is_better_a_mail():
    assert better_channel("chat", "周五前给您初稿", promises=True).kind == "mail"


def test_what_is_tense_is_better_talked_about():
    assert better_channel("mail", "好的", mood="tense").kind == "call"


def test_the_composer_says_so_of_what_leaves_and_holds_nothing_back(cast, client):
    client.force_login(cast.lena)
    told = {"client": cast.qingchuan.pk, "kind": "chat", "direction": "out", "text": "周五前给您报价"}
    assert "write it as a mail" in client.post("/conversations/promises/", told).text
    assert "write it as a mail" not in client.post("/conversations/promises/", told | {"direction": "in"}).text
    assert client.post("/conversations/new/", told).status_code == 302
