"""What a tier entitles to, in words."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhike.clients.rules.wording import in_words
from zhike.clients.tiers.models import Priority, Tier
from zhike.core.ui.cells import badge, icon, nothing


def entitlements(tier: Tier) -> list[str]:
    """Each a short phrase, the enforced ones first."""
    found: list[str] = []
    if days := tier.contact_days:
        found.append(ngettext("contact every working day", "contact every %(n)d working days", days) % {"n": days})
    if hours := tier.answer_hours:
        words = ngettext("answer within %(n)d working hour", "answer within %(n)d working hours", hours)
        found.append(words % {"n": hours})
    if months := tier.review_months:
        found.append(ngettext("review every month", "review every %(n)d months", months) % {"n": months})
    if tier.named_owner:
        found.append(_("an owner by name"))
    if tier.priority != Priority.NORMAL:
        found.append(_("priority: %(which)s") % {"which": tier.get_priority_display()})
    return found + tier.each_service()


def rule_words(tier: Tier) -> str:
    rule = tier.asks
    return in_words(rule) if rule else _("Given by hand alone")


def tier_badge(tier: Tier | None) -> SafeString:
    return badge(tier.mark, tier.signal) if tier else nothing()  # type: ignore[arg-type]


def lacks_owner(client: Any) -> bool:
    """Whether the tier asks for an owner by name and there is none."""
    return client.owner_id is None and client.tier is not None and client.tier.named_owner


def tier_cell(client: Any) -> SafeString:
    """The mark; with a warning where the tier asks for an owner and there is none."""
    if not lacks_owner(client):
        return tier_badge(client.tier)
    return format_html("{} {}", tier_badge(client.tier), icon("warning", "small", _("needs an owner by name")))
