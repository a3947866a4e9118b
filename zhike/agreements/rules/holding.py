"""Their quiet hours hold our mail; a call or a chat within them, or a channel that was not agreed, is noted."""

from datetime import datetime
from functools import cache, partial
from typing import Any

from django.conf import settings

from zhike.agreements.choices import Side
from zhike.agreements.rules.choices import How
from zhike.agreements.rules.compiling import Channels, Rule
from zhike.agreements.rules.in_force import day_of, quiet_of, rules_of
from zhike.agreements.rules.quiet import Quiet, quiet_until
from zhike.clients.models import Contact
from zhike.core.mail.quiet import Hours, quiet_hours


def zone_of(client: Any, contact: Any = None) -> str:
    """By whose clock their quiet hours run: the contact's, else the client's, else ours."""
    return (contact.time_zone if contact else "") or client.time_zone or settings.TIME_ZONE


@quiet_hours
def held_by_their_rules(client: Any) -> Hours:
    """By the rules of the day, in the zone of whoever has the address. One query for each day, one for the zones."""
    quiet_on = cache(partial(quiet_of, client, side=Side.US))

    @cache
    def zones() -> dict[str, str]:
        people = Contact.objects.of_client(client.pk).exclude(time_zone="").order_by("-pk")
        return {one: zone for emails, zone in people.values_list("emails", "time_zone") for one in emails}

    def until(address: str, moment: datetime) -> datetime | None:
        quiet = quiet_on(day_of(moment))
        return quiet_until(quiet, zones().get(address) or zone_of(client), moment) if quiet else None

    return until


def crossed(
    client: Any, contacts: Any, *, comes: bool, channel: str, at: datetime, waits: bool
) -> list[tuple[Rule, str]]:
    """Which rules are not kept by something said then by that channel, and how: [(rule, how)]. One query.

    `comes`: it is from them. `waits`: mail, which disturbs nobody; ours is held until quiet hours end.
    """
    side, rules = Side.THEM if comes else Side.US, rules_of(client, day_of(at))
    found = [(rule, str(How.CHANNEL)) for rule, agreed in rules.of(Channels, side) if channel not in agreed.channels]
    if waits:
        return found
    zones = {settings.TIME_ZONE} if comes else {zone_of(client, one) for one in contacts or [None]}
    quiet = [rule for rule, hours in rules.of(Quiet, side) if any(quiet_until([hours], zone, at) for zone in zones)]
    return found + [(rule, str(How.QUIET)) for rule in quiet]
