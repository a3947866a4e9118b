"""Mails as the usual programs quote and sign, and what is new in each."""

ON = "On Tue, 24 Nov 2026 at 11:12, Lena 林娜 <desk@zhike.example> wrote:"
FORWARDED = "---------- Forwarded message ---------\nFrom: A\nTo: B\nSubject: C\n\nText"
FOLDED = [
    ("Just this.", "Just this."),
    (f"Yes.\n\n{ON}\n> Are you there?\n>\n> Lena", "Yes."),
    ("Yes.\n\nOn Tue, 24 Nov 2026 at 11:12, Lena Marie\n<desk@zhike.example> wrote:\n> Are you there?", "Yes."),
    ("好的。\n\nLena 林娜 <desk@zhike.example> 于2026年11月24日周二 11:12写道：\n> 在吗？", "好的。"),
    ("好的。\n\n在 2026-11-24 11:12:00，\"Lena\" <desk@zhike.example> 写道：\n在吗？", "好的。"),
    ("好的。\n\n------------------ 原始邮件 ------------------\n发件人: \"Lena\";\n在吗？", "好的。"),
    ("好的。\n\n---- 回复的原邮件 ----\n| 发件人 | Lena |\n在吗？", "好的。"),
    ("收到。\n\n发件人： Lena\n发送时间： 2026-11-24 11:12\n收件人： 陈岚\n主题： 原型\n在吗？", "收到。"),
    ("收到。\n\n寄件者： Lena\n收件者： 陳嵐\n主旨： 原型\n\n在嗎？", "收到。"),
    ("Fine.\n\n________________________________\nFrom: Lena\nSent: Tuesday\nTo: Clara\nSubject: x\n\nOld", "Fine."),
    ("Fine.\n\n-----Original Message-----\nFrom: Lena\nSent: Tuesday\n\nOld", "Fine."),
    ("Gut.\n\nAm 24.11.2026 um 11:12 schrieb Lena <desk@zhike.example>:\n> Alt", "Gut."),
    ("Yes.\n\nSent from my iPhone", "Yes."),
    ("好的。\n\n发自我的iPhone", "好的。"),
    ("Regards\n-- \nClara Chen\nQingchuan", "Regards"),
    (f"{ON}\n> Monday?\n\nYes.\n\n> Tuesday?\n\nNo.", f"{ON}\n> Monday?\n\nYes.\n\n> Tuesday?\n\nNo."),
    ("From: here to there it is far.", "From: here to there it is far."),
    ("-- \nClara", "--\nClara"),
    ("We spoke on 3 May and he wrote:\nnothing", "We spoke on 3 May and he wrote:\nnothing"),
    (FORWARDED, FORWARDED),
]  # fmt: skip
