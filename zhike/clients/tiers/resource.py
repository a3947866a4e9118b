"""Tiers as a resource, and what the list of clients knows of them."""

from typing import Any

from django.db.models import Count, Q
from django.utils.html import escape, format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client
from zhike.clients.rules.fitting import fits
from zhike.clients.rules.pages import RuleFormPage
from zhike.clients.tiers.cadence import late_clients
from zhike.clients.tiers.filtering import of_tier, tiers_offered
from zhike.clients.tiers.forms import TierForm
from zhike.clients.tiers.models import Tier
from zhike.clients.tiers.wording import entitlements, rule_words, tier_badge, tier_cell
from zhike.core.base.listing import listed
from zhike.core.pages.detail import DetailPage
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import extend, register
from zhike.core.resources.resource import Resource, SearchText


def _name(tier: Any, _reader: Reader) -> str:
    return format_html('<a href="/tiers/TI-{}/">{}</a> {}', tier.pk, tier.name, tier_badge(tier))


def _rule(tier: Any, _reader: Reader) -> str:
    return escape(rule_words(tier))


def _services(tier: Any, _reader: Reader) -> str:
    return escape(listed(entitlements(tier)))


class TierPage(DetailPage):
    """For whom it is, how many are in it and how many its rule fits now, and what it entitles to."""

    def context(self, record: Any) -> dict[str, Any]:
        rule, standing = record.asks, Client.objects.standing().filter(merged_into=None)
        inside = standing.filter(tier=record).aggregate(all=Count("pk"), bare=Count("pk", filter=Q(owner=None)))
        return super().context(record) | {
            "rule": rule_words(record),
            "fitting": fits(rule, standing).count() if rule else None,
            "inside": inside,
            "entitlements": entitlements(record),
        }


SERVICES = ("contact_days", "answer_hours", "review_months", "named_owner", "priority", "services")

register(
    Resource(
        name="tiers",
        model=Tier,
        form=TierForm,
        icon="star",
        order="position",
        columns=(
            Column("name", _("Tier"), _name, needs=("name", "mark", "signal"), sort="name", wide=False),
            column(Tier, "position", number=True),
            Column("rule", _("Rule"), _rule, needs=("rule",), cut=True),
            Column("services", _("What it entitles to"), _services, needs=SERVICES, cut=True),
        ),
        filters=(filters.archived(),),
        search=SearchText(names=("name", "mark")),
        pages={"add": RuleFormPage, "edit": RuleFormPage, "detail": TierPage, "board": None},
        menu=False,
    )
)


def _tier(client: Any, _reader: Reader) -> str:
    return tier_cell(client)


def _in_tier(values: list[str], _reader: Reader) -> Q:
    found = Q(tier__in=[int(one) for one in values if one.isdecimal() and len(one) < 10])
    return found | Q(tier=None) if "none" in values else found


def _falls_short(values: list[str], reader: Reader) -> Q:
    """Clients that do not get what their tier entitles them to."""
    found = Q(pk__in=())
    if "contact" in values:
        found |= Q(pk__in=late_clients(Client.objects.all(), reader.today).values("pk"))
    return found | Q(owner=None, tier__named_owner=True) if "owner" in values else found


def _shortfalls(_reader: Reader) -> list[tuple[str, str]]:
    return [("contact", gettext("not spoken with in time")), ("owner", gettext("no owner by name"))]


LABEL = pgettext_lazy("of a client", "Tier")
NEEDS = ("tier_id", "owner_id", "tier__mark", "tier__signal", "tier__named_owner")
extend(
    "clients",
    columns=(Column("tier", LABEL, _tier, needs=NEEDS, joins=("tier",), sort="tier__position"),),
    filters=(
        Filter("tier", LABEL, _in_tier, tiers_offered),
        Filter("short", _("Falls short of its tier"), _falls_short, _shortfalls),
    ),
    views=((_("Short of their tier"), "short=contact&short=owner"),),
)  # fmt: skip
extend("purchases", filters=(of_tier(),))
