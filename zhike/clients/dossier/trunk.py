"""What the trunk knows: who they are, who speaks for them, what is to be done for them."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from zhike.clients.dossier.chapters import chapter
from zhike.clients.models import Client, Contact
from zhike.core.access.preferences import company
from zhike.core.base import phones
from zhike.core.base.listing import listed
from zhike.core.base.markdown import plain
from zhike.core.base.regions import country
from zhike.core.documents.sections import Section, facts, prose, table
from zhike.core.resources.reader import Reader
from zhike.core.todos.models import Todo
from zhike.core.ui.dates import dated_words

FACTS = ("tax_number", "website", "wechat")


@chapter(10)
def who_they_are(client: Client, reader: Reader) -> Section | None:
    told = [
        (_label("industry"), client.industry),
        (_label("size"), client.get_size_display() if client.size else ""),
        (_("Place"), _place(client)),
        (_label("owner"), reader.people.get(client.owner_id or 0, "")),
        (_label("deputy"), reader.people.get(client.deputy_id or 0, "")),
        (_label("phones"), listed(phones.shown(one, company().region) for one in client.phones)),
        (_label("emails"), listed(client.emails)),
        *((_label(name), getattr(client, name)) for name in FACTS),
        (_label("preferred_channel"), client.get_preferred_channel_display() if client.preferred_channel else ""),
        (_label("tags"), listed(client.tags)),
        (_label("last_contact_at"), dated_words(client.last_contact_at) if client.last_contact_at else ""),
        (_label("next_follow_up"), dated_words(client.next_follow_up) if client.next_follow_up else ""),
    ]
    return facts(_("Who they are"), told)


@chapter(20)
def about_them(client: Client, _reader: Reader) -> Section | None:
    return prose(_("About them"), plain(client.about))


@chapter(30)
def their_people(client: Client, _reader: Reader) -> Section | None:
    people = Contact.objects.of_client(client).standing().order_by("name")
    heads = (pgettext("of a person", "Name"), _("Job title"), _("Say in decisions"), _("Phone"), _("Preferred channel"))
    return table(_("Their people"), heads, (_person(one) for one in people))


@chapter(50)
def to_be_done(client: Client, reader: Reader) -> Section | None:
    todos = Todo.objects.open().filter(client=client).in_order()[:50]
    rows = ((one.title, reader.people.get(one.owner_id, ""), dated_words(one.due_on) if one.due_on else "")
            for one in todos)  # fmt: skip
    return table(_("What we still have to do"), (_("What"), _("Who"), _("Due")), rows)


def _person(contact: Contact) -> tuple[str, ...]:
    called = " · ".join(part for part in (contact.name, contact.form_of_address) if part)
    phone = phones.shown(contact.phones[0], company().region) if contact.phones else ""
    channel = contact.get_preferred_channel_display() if contact.preferred_channel else ""
    return called, contact.title, contact.get_role_display() if contact.role else "", phone, channel


def _place(client: Client) -> str:
    return " · ".join(part for part in (country(client.country) if client.country else "", client.place) if part)


def _label(name: str) -> Any:
    return capfirst(Client._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
