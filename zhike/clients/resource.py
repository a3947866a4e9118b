"""Clients and contacts, declared."""

from dataclasses import replace
from html import escape
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from zhike.clients.calling import log_address_of
from zhike.clients.forms import ClientForm, ContactForm
from zhike.clients.models import Client, Contact
from zhike.clients.models.client import Size, Sort
from zhike.clients.models.contact import Attitude, ContactRole, Influence
from zhike.clients.models.reach import Channel
from zhike.core.access.preferences import company
from zhike.core.base import phones
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column, text
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import avatar, nothing, seal_of


def _client_name(client: Any, _reader: Reader) -> str:
    short = client.short_name or client.name
    legal = f' <span class="muted">{escape(client.name)}</span>' if client.short_name else ""
    said = f"{seal_of(client.pk, short)}<span>{escape(short)}{legal}</span>"
    return mark_safe(f'<a class="who" href="/clients/CL-{client.pk}/">{said}</a>')


def _contact_name(contact: Any, _reader: Reader) -> str:
    return format_html(
        '<a class="who" href="/contacts/CT-{}/">{}<span>{}</span></a>', contact.pk, avatar(contact.name), contact.name
    )


def _phones(record: Any, _reader: Reader) -> str:
    return text([phones.shown(one, company().region) for one in record.phones])


def _ring(contact: Any, reader: Reader) -> str:
    """The first number to tap; what was said is logged afterwards."""
    if not contact.phones:
        return nothing()
    log = log_address_of(contact.client_id, contact.pk)
    first, *others = (phones.shown(one, company().region) for one in contact.phones)
    ring = format_html(
        '<a href="tel:{}" data-call="{}" data-who="{}">{}</a>', contact.phones[0], log, contact.name, first
    )
    return format_html("{} {}", ring, text(others)) if others else ring


def _mails(record: Any, _reader: Reader) -> str:
    if not record.emails:
        return nothing()
    return format_html('<a href="mailto:{}">{}</a>', record.emails[0], record.emails[0])


def _place(client: Any, _reader: Reader) -> str:
    return text(client.place)


def _last_contact(client: Any, reader: Reader) -> str:
    return reader.ago(client.last_contact_at)


REACH = (
    Column("phones", _("Phone"), _phones, needs=("phones",), edit=True),
    Column("emails", _("E-mail"), _mails, needs=("emails",), edit=True),
)
CLIENT_COLUMNS = (
    Column("name", _("Client"), _client_name, needs=("name", "short_name"), sort="name", wide=False),
    column(Client, "owner", edit=True, sort="owner__name"),
    column(Client, "tags", edit=True, sort=""),
    replace(
        column(Client, "next_follow_up"), wide=False, cell=lambda c, reader: reader.day(c.next_follow_up, late=True)
    ),
    Column("last_contact_at", _("Last contact"), _last_contact, needs=("last_contact_at",), sort="last_contact_at"),
    column(Client, "industry", shown=False, edit=True),
    Column("place", _("Place"), _place, needs=("country", "province", "city", "district"), shown=False),
    *(replace(one, shown=False) for one in REACH),
    *(
        column(Client, name, shown=False, edit=edit)
        for name, edit in {
            "short_name": True, "kind": True, "size": True, "deputy": True, "team": True, "tax_number": True,
            "preferred_channel": True, "external_id": True, "created_at": False,
        }.items()
    ),
)  # fmt: skip


register(
    Resource(
        name="clients",
        model=Client,
        form=ClientForm,
        icon="client",
        order="name",
        columns=CLIENT_COLUMNS,
        filters=(
            filters.person("owner", _("Owner")),
            filters.person("deputy", _("Deputy")),
            filters.team("team", _("Team")),
            filters.tags("tags", _("Tags"), Client),
            filters.holds("industry", _("Industry")),
            filters.choice("size", _("Size"), Size.choices),
            filters.choice("kind", _("Kind"), Sort.choices),
            filters.holds("city", _("City")),
            filters.when("last_contact_at", _("Last contact"), moment=True),
            filters.when("next_follow_up", _("Next follow-up")),
            filters.when("created_at", _("Added"), moment=True),
            filters.archived(),
        ),
        search=SearchText(
            names=("name", "short_name"),
            details=("emails", "wechat", "tags", "tax_number", "external_id", "website"),
            body=("about", "industry", "province", "city", "district", "street"),
            phones=("phones",),
            subtitle=lambda client: " · ".join(part for part in (client.industry, client.place) if part),
            mark=lambda client: seal_of(client.pk, client.short_name or client.name),
        ),
        views=(
            (_("Mine"), "owner=me"),
            (_("Quiet for 30 days"), "last_contact_at=over-30d"),
            (_("Nobody’s"), "owner=none"),
        ),
        bulk=("owner", "deputy", "team", "tags"),
        importable=True,
    )
)

register(
    Resource(
        name="contacts",
        model=Contact,
        form=ContactForm,
        icon="person",
        order="name",
        columns=(
            Column("name", _("Contact"), _contact_name, needs=("name",), sort="name", wide=False),
            column(Contact, "client", wide=False),
            column(Contact, "title", edit=True),
            column(Contact, "form_of_address", edit=True),
            replace(REACH[0], cell=_ring, needs=("phones", "client_id", "name"), wide=False),
            REACH[1],
            column(Contact, "role", edit=True),
            column(Contact, "influence", edit=True, shown=False),
            column(Contact, "attitude", edit=True, shown=False),
            column(Contact, "preferred_channel", edit=True),
            *(column(Contact, name, shown=False, edit=True) for name in ("wechat", "language", "tags", "external_id")),
        ),
        filters=(
            filters.choice("role", _("Role"), ContactRole.choices),
            filters.choice("influence", _("Influence"), Influence.choices),
            filters.choice("attitude", _("Attitude"), Attitude.choices),
            filters.choice("preferred_channel", _("Preferred channel"), Channel.choices),
            filters.person("client__owner", _("Owner of the client")),
            filters.tags("tags", _("Tags"), Contact),
            filters.archived(),
        ),
        search=SearchText(
            names=("name", "form_of_address"),
            details=("emails", "wechat", "tags", "external_id"),
            body=("title", "about"),
            phones=("phones",),
            subtitle=lambda contact: contact.title,
            also_at=lambda contact: [position.client_id for position in contact.positions.all()],
            prefetch=("positions",),
            mark=avatar,
        ),
        bulk=("client", "tags"),
        importable=True,
    )
)
