"""A pasted chat as a form: the text, and who each of its speakers is."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client, Contact
from zhike.core.access.models import User
from zhike.core.record.fields import LinkField
from zhike.domains.conversations.chat_text import Turn, parse
from zhike.domains.conversations.forms import ConversationForm
from zhike.domains.conversations.models import Conversation, Direction, Kind
from zhike.domains.conversations.turns import Chat, guess
from zhike.domains.conversations.workflows import log

LONGEST = 200_000


class ChatForm(forms.Form):
    """The chat as it was copied."""

    client = LinkField(Client.objects.all(), label=_("Client"))
    text = forms.CharField(
        label=_("The chat"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Mark the messages in WeChat, copy, and paste them here. WhatsApp and “Name: text” work too."),
    )  # fmt: skip

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        client: Any = self.fields["client"]
        client.narrow(by)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not parse(text, _now()):
            raise forms.ValidationError(
                _("No speakers are found in this. Each message stands under a name with a time, or after “Name:”.")
            )
        return text

    @cached_property
    def turns(self) -> list[Turn]:
        return parse(self.cleaned_data["text"], _now())


class SpeakersForm(forms.Form):
    """Who is who; begins with what is guessed."""

    needs_answer = forms.BooleanField(label=_("They wait for an answer"), required=False)

    def __init__(self, *args: Any, turns: list[Turn], client: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.turns, self.client, self.by = turns, client, by
        contacts = {f"contact:{one.pk}": one for one in Contact.objects.of_client(client).standing().order_by("name")}
        staff = {f"person:{one.pk}": one for one in User.objects.at_work().order_by("name")}
        self.people: dict[str, Any] = {**contacts, **staff}
        self.guessed = guess(turns, client, by=by)
        choices = [
            ("", gettext("Someone else at the client")),
            (gettext("At the client"), [(key, str(one)) for key, one in contacts.items()]),
            (gettext("Of us"), [(key, str(one)) for key, one in staff.items()]),
        ]
        keys = {_key(one): key for key, one in self.people.items()}
        for number, (speaker, who) in enumerate(self.guessed.items()):
            first = keys.get(_key(who), "") if who else ""
            self.fields[f"who_{number}"] = forms.ChoiceField(
                label=speaker, choices=choices, required=False, initial=first
            )
        self.initial.setdefault("needs_answer", Chat(turns, self.guessed).last_is_theirs)

    def chat(self) -> Chat:
        """With what was chosen, or guessed as long as nothing was."""
        if not self.is_bound:
            return Chat(self.turns, self.guessed)
        said = {one: self.people.get(self.cleaned_data.get(f"who_{n}", "")) for n, one in enumerate(self.guessed)}
        return Chat(self.turns, said)

    def save(self) -> Conversation | None:
        """Log the chat through the gate of conversations. None, with errors, when it refuses. Raises Forbidden."""
        chat = self.chat()
        values = {
            "client": self.client.pk,
            "kind": Kind.CHAT,
            "direction": Direction.IN if chat.last_is_theirs else Direction.OUT,
            "contacts": [one.pk for one in chat.contacts],
            "text": chat.text(),
            "needs_answer": self.cleaned_data["needs_answer"] and chat.last_is_theirs,
        }
        gate = ConversationForm(values | {"happened_at": chat.ended_at or ""}, by=self.by)
        if gate.is_valid():
            return log(by=self.by, **gate.values, turns=chat.kept())
        for errors in gate.errors.values():
            self.add_error(None, forms.ValidationError(list(errors)))
        return None


def _key(person: Any) -> tuple[type, int]:
    return type(person), person.pk


def _now() -> Any:
    return timezone.localtime().replace(tzinfo=None)
