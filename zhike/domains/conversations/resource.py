"""Conversations, declared."""

from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.clients.tiers.filtering import of_tier
from zhike.core.base.markdown import plain
from zhike.core.files.models import Attachment
from zhike.core.mail.models import Letter
from zhike.core.record.events import IMPORTED
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import icon, nothing
from zhike.core.ui.dates import day_words
from zhike.domains.conversations.adding import AddConversation
from zhike.domains.conversations.answer_times import (
    MEDIAN,
    Answered,
    answered,
    answered_after,
    quantile,
    said_hours,
    times,
)
from zhike.domains.conversations.events import ALL_LOGGED
from zhike.domains.conversations.forms import ConversationForm
from zhike.domains.conversations.models import Conversation, Direction, Kind, Mood, State
from zhike.domains.conversations.wished import What

ICONS = {"call": "phone", "mail": "mail", "chat": "chat", "video": "video", "visit": "visit", "note": "note"}


def _about(conversation: Any, _reader: Reader) -> str:
    said = conversation.subject or plain(conversation.text)[:200]
    return format_html(
        '<a class="who" href="/conversations/CV-{}/">{}<span>{}</span></a>',
        conversation.pk, icon(ICONS[conversation.kind], "small", conversation.get_kind_display()), said,
    )  # fmt: skip


def _bring_files(conversations: list[Any]) -> None:
    """What hangs on each, as `attached`, and the letters of mails, as `letters`, in a query each."""
    files = Attachment.objects.on_each(Conversation._meta.label_lower, [one.pk for one in conversations])
    for conversation in conversations:
        conversation.attached = [file for file in files if file.record_id == conversation.pk]
    mails = [one.pk for one in conversations if one.kind == Kind.MAIL]
    letters = Letter.objects.filter(record_type=Conversation._meta.label_lower, record_id__in=mails) if mails else ()
    by_pk = {one.pk: one for one in conversations}
    for letter in letters:
        by_pk[letter.record_id].letters = [*getattr(by_pk[letter.record_id], "letters", ()), letter]


def _ways(_reader: Reader) -> list[tuple[str, str]]:
    return [(value, str(label)) for value, label in What.choices]


def _other_than_wished(values: list[str], _reader: Reader) -> Q:
    found = Q()
    for value in values:
        found |= Q(unwished__contains=[{"what": value}])
    return found


def _answered(values: list[str], _reader: Reader) -> Q:
    found = Q(pk__in=())
    for value in values:
        found |= answered(value)
    return found


def _answers(_reader: Reader) -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in Answered]


def _took(conversation: Any, _reader: Reader) -> str:
    took = answered_after(conversation.happened_at, conversation.answered_at)
    return nothing() if took is None else said_hours(took)


def _in_all(found: QuerySet[Any], _reader: Reader) -> str:
    return said_hours((found.aggregate(sum=Sum("minutes"))["sum"] or 0) / 60)


def _usually(found: QuerySet[Any], _reader: Reader) -> str:
    middle = quantile(times(found), MEDIAN)
    return nothing() if middle is None else gettext("median %(hours)s") % {"hours": said_hours(middle)}


register(
    Resource(
        name="conversations",
        model=Conversation,
        form=ConversationForm,
        icon="chat",
        order="-happened_at",
        columns=(
            Column("about", _("Conversation"), _about, needs=("kind", "subject", "text"), wide=False),
            column(Conversation, "client", wide=False),
            column(Conversation, "project", shown=False),
            column(Conversation, "direction", shown=False),
            column(Conversation, "mood", edit=True),
            column(Conversation, "author"),
            column(Conversation, "happened_at", wide=False),
            column(Conversation, "state"),
            column(Conversation, "minutes", number=True, shown=False, edit=True, total=_in_all),
            column(Conversation, "next_step", shown=False, edit=True),
            column(Conversation, "follow_up_on", shown=False),
            Column(
                "took",
                _("Answered after"),
                _took,
                needs=("happened_at", "answered_at"),
                number=True,
                shown=False,
                total=_usually,
            ),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.link("project", _("Project")),
            filters.choice("kind", _("Kind"), Kind.choices),
            filters.choice("direction", _("Direction"), Direction.choices),
            filters.choice("state", _("State"), State.choices),
            filters.choice("mood", _("Mood"), Mood.choices),
            filters.person("author", _("By")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            of_tier(),
            filters.when("happened_at", _("When"), moment=True),
            filters.when("answered_at", _("Answered"), moment=True),
            Filter("answer", pgettext_lazy("of a message", "Answer"), _answered, _answers),
            Filter("unwished", _("Other than wished"), _other_than_wished, _ways),
            filters.archived(),
        ),
        search=SearchText(
            details=("subject",),
            body=("text", "next_step"),
            subtitle=lambda conversation: f"{conversation.get_kind_display()} · {day_words(conversation.happened_at)}",
            long=True,
            when="happened_at",
            mark=lambda conversation: icon(ICONS[conversation.kind]),
        ),
        views=(
            (_("Waiting for us"), "state=waiting"),
            (_("Waiting for them"), "state=asked"),
            (_("Logged by me"), "author=me"),
        ),
        board="state",
        told_in_full=tuple(kind.name for kind in (*ALL_LOGGED, IMPORTED)),
        importable=True,
        told_with=("contacts",),
        bring=_bring_files,
        pages={"add": AddConversation},
    )
)
