"""What one may write when a rule was not kept: kind, in both languages, to be reworded; sent by nobody but a person."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import override

from zhike.agreements.choices import Side
from zhike.agreements.rules.choices import How
from zhike.agreements.rules.compiling import compiled
from zhike.agreements.rules.wording import said_to_them

LANGUAGES = {"zh": "zh-hans", "en": "en"}
Text = tuple[str, str]  # subject, text

WORDS: dict[tuple[str, str], dict[str, Text]] = {
    (How.LATE, Side.THEM): {
        "zh": (
            "关于“{about}”，方便时请回复",
            "您好！\n\n“{about}”这件事，我们还在等您的意见。当初约定：{rule}现在已经过了这个时间。\n\n我们知道您"
            "那边事情多。如果还需要时间，告诉我们一个大概的日子就好，我们把后面的安排往后顺；如果有什么地方没说清"
            "楚，一个电话就能讲明白。",
        ),
        "en": (
            "“{about}”: whenever you have a moment",
            "Hello,\n\nwe are still looking forward to your answer on “{about}”. What we agreed was: {rule} That "
            "time has gone by now.\n\nWe know how full your days are. If you need longer, just give us a rough "
            "date and we will move the next steps accordingly. If something is unclear, a short call will sort "
            "it out.",
        ),
    },
    (How.LATE, Side.US): {
        "zh": (
            "抱歉，“{about}”答复晚了",
            "您好！\n\n“{about}”我们答复晚了，非常抱歉。我们答应过：{rule}这一次没有做到，是我们的问题。\n\n现在"
            "的情况是：……\n我们会在……之前给您完整的答复。如果因此耽误了您的安排，请告诉我们怎样补救最合适。",
        ),
        "en": (
            "Our apologies for the late answer on “{about}”",
            "Hello,\n\nour answer on “{about}” is late, and we are sorry. We had promised: {rule} This time we "
            "did not keep to it, and that is our fault.\n\nThis is where things stand: …\nYou will have a full "
            "answer by … . If the delay has upset your plans, please tell us what would help most.",
        ),
    },
    (How.QUIET, Side.THEM): {
        "zh": (
            "收到您的消息，上班后第一时间处理",
            "您好！\n\n“{about}”我们收到了。当初约定：{rule}所以请容我们在下一个工作时段再仔细处理，这样给您的答"
            "复也更靠得住。\n\n如果真有急事，请直接打值班电话，我们马上处理。",
        ),
        "en": (
            "We have your message and will see to it in the morning",
            "Hello,\n\nyour message “{about}” has reached us. What we agreed was: {rule} So please let us look "
            "into it properly when we are back at work; the answer will be the better for it.\n\nIf it cannot "
            "wait, ring the number for emergencies and we will see to it at once.",
        ),
    },
    (How.QUIET, Side.US): {
        "zh": (
            "抱歉，在休息时间打扰您了",
            "您好！\n\n我们答应过：{rule}这次“{about}”却在这段时间打扰了您，很抱歉。\n\n当时是因为……。以后除非有"
            "急事，我们会等到约定的时间再联系您。",
        ),
        "en": (
            "Sorry that we disturbed you",
            "Hello,\n\nwe had promised: {rule} With “{about}” we disturbed you in that time all the same, and we "
            "are sorry.\n\nThe reason was … . From now on we will wait until the agreed hours, unless it really "
            "is urgent.",
        ),
    },
    (How.CHANNEL, Side.THEM): {
        "zh": (
            "以后这类事情，用约定的渠道更稳妥",
            "您好！\n\n“{about}”我们收到了，正在处理。当初约定：{rule}\n\n下次麻烦您还是走这个渠道，这样不会漏看，"
            "也方便双方以后查找。谢谢！",
        ),
        "en": (
            "So that nothing of yours is missed",
            "Hello,\n\nwe have “{about}” and are working on it. What we agreed was: {rule}\n\nIt would help if "
            "you could use that way next time: nothing gets overlooked, and both of us find it again later. "
            "Thank you!",
        ),
    },
    (How.CHANNEL, Side.US): {
        "zh": (
            "抱歉，这次没用您希望的联系方式",
            "您好！\n\n我们答应过：{rule}这次“{about}”没有照做，很抱歉。以后我们会按约定的方式联系您。",
        ),
        "en": (
            "Sorry for not using the way you prefer",
            "Hello,\n\nwe had promised: {rule} We did not keep to that with “{about}”, and we are sorry. From "
            "now on we will reach you in the way we agreed.",
        ),
    },
    (How.ROUND, Side.THEM): {
        "zh": (
            "关于这一轮修改",
            "您好！\n\n谢谢您的意见，“{about}”里说的我们都记下了。当初约定：{rule}前面几轮已经用完，这一轮超出了"
            "约定。\n\n有两个办法，请您选：\n1. 这一轮我们另行报价，您同意后就动手；\n2. 把最要紧的几处挑出来，其"
            "余的放到下一期。\n\n不论选哪个，我们都会把结果做好。",
        ),
        "en": (
            "About this round of changes",
            "Hello,\n\nthank you for your comments; we have noted everything in “{about}”. What we agreed was: "
            "{rule} Those have been used, so this round goes beyond them.\n\nThere are two ways, and the choice "
            "is yours:\n1. We send you a price for this round and begin as soon as you agree.\n2. We pick the "
            "points that matter most now and keep the rest for the next phase.\n\nEither way we will see to it "
            "that the result is right.",
        ),
    },
}  # fmt: skip


def kind_words(crossing: Any, record: Any, language: str) -> Text | None:
    """(subject, text) in `zh` or `en`; None where there is nothing to write about."""
    rule, words = compiled(crossing.clause), WORDS.get((crossing.how, crossing.side))
    if rule is None or words is None:
        return None
    with override(LANGUAGES[language]):
        told = {"rule": said_to_them(rule), "about": _one_line(record)}
    subject, text = words[language]
    return subject.format(**told)[:200], text.format(**told)


def offers(crossing: Any, record: Any) -> list[tuple[str, str]]:
    """[(language, the page for a mail to the client with the words in it)], that of the contact first."""
    people = getattr(record, "contacts", None)
    one = getattr(record, "contact", None) or getattr(record, "reviewer", None)
    contacts = list(people.all()) if people is not None else [one] if one else []
    written = {one: kind_words(crossing, record, one) for one in _languages(contacts)}
    first = [one for one in contacts if one is not None][:1]
    return [(one, _page(crossing.clause, text, first)) for one, text in written.items() if text]


def _languages(contacts: list[Any]) -> tuple[str, str]:
    reads = next((one.language for one in contacts if one and one.language), "")
    return ("en", "zh") if reads == "en" else ("zh", "en")


def _page(clause: Any, words: Text, contacts: list[Any]) -> str:
    subject, text = words
    told = {"client": clause.client_id, "kind": "mail", "direction": "out", "subject": subject, "text": text}
    chosen = {"contacts": [one.pk for one in contacts]} if contacts else {}
    return f"{reverse('conversations:add')}?{urlencode(told | chosen, doseq=True)}"


def _one_line(record: Any) -> str:
    said = " ".join(str(record).split()) if record is not None else "…"
    return said if len(said) <= 60 else f"{said[:59]}…"
