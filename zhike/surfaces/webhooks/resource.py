"""Webhooks and deliveries, declared."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register, resource_of
from zhike.core.resources.resource import Resource
from zhike.surfaces.api.secret_pages import SecretFormPage, SecretStepPage
from zhike.surfaces.webhooks.choices import words_of
from zhike.surfaces.webhooks.forms import DeliveryForm, WebhookForm
from zhike.surfaces.webhooks.looks import state_of_delivery, state_of_webhook
from zhike.surfaces.webhooks.models import Delivery, State, Webhook
from zhike.surfaces.webhooks.models.webhook import Webhooks
from zhike.surfaces.webhooks.pages import WebhookPage


def _called(record: Any, reader: Reader) -> SafeString:
    return reader.link(record)


def _kind(delivery: Any, _reader: Reader) -> SafeString:
    said = '<a href="/deliveries/{}/"><code>{}</code></a> <span class="muted">{}</span>'
    return format_html(said, delivery.reference, delivery.kind, words_of(delivery.kind))


def _record(delivery: Any, reader: Reader) -> str:
    resource = resource_of(delivery.record_type)
    reference = f"{resource.model.prefix}-{delivery.record_id}" if resource else "–"
    return reader.link_to(delivery.record_type, delivery.record_id, reference)


register(
    Resource(
        name="webhooks",
        model=Webhook,
        form=WebhookForm,
        icon="link",
        columns=(
            Column("name", _("What it is for"), _called, needs=("name",), sort="name", wide=False),
            column(Webhook, "address"),
            Column(
                "state",
                _("State"),
                lambda webhook, _r: state_of_webhook(webhook),
                needs=("state", "failures"),
                wide=False,
            ),
            column(Webhook, "owner", sort="owner__name"),
            column(Webhook, "failures", number=True),
            column(Webhook, "failing_since"),
        ),
        filters=(
            filters.choice("state", _("State"), Webhooks.choices),
            filters.person("owner", _("Keeper")),
            filters.archived(),
        ),
        pages={"add": SecretFormPage, "step": SecretStepPage, "detail": WebhookPage, "board": None},
        menu=False,
    )
)
register(
    Resource(
        name="deliveries",
        model=Delivery,
        form=DeliveryForm,
        icon="send",
        columns=(
            Column("kind", _("What happened"), _kind, needs=("kind",), sort="kind", wide=False),
            Column("record", _("Record"), _record, needs=("record_type", "record_id"), cut=True),
            Column("state", _("State"), lambda one, _r: state_of_delivery(one), needs=("state",), wide=False),
            column(Delivery, "webhook", sort="webhook__name", cut=True),
            column(Delivery, "status", number=True),
            column(Delivery, "tries", number=True),
            column(Delivery, "due_at", shown=False),
            column(Delivery, "took", number=True),
            column(Delivery, "answer", label=pgettext_lazy("webhook", "Answer"), shown=False),
            column(Delivery, "created_at", label=pgettext_lazy("webhook", "Happened")),
            column(Delivery, "sent_at", shown=False),
        ),
        filters=(
            filters.choice("state", _("State"), State.choices),
            filters.link("webhook", _("Webhook")),
            filters.holds("kind", _("What happened")),
            filters.when("created_at", pgettext_lazy("webhook", "Happened"), moment=True),
            filters.archived(),
        ),
        views=((pgettext_lazy("webhook", "Given up"), "state=failed"),),
        pages={"add": None, "board": None},
        bulk=("send_again",),
        menu=False,
    )
)
