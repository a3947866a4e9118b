"""Who comes, as far as one may know and keep: part of an address, the family of a browser, how often of late."""

import hashlib
import ipaddress
import re
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.db import connection
from django.http import HttpRequest

FAMILIES = (
    ("MicroMessenger", "WeChat"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone|iPad", "iOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
COUNT = """
    insert into links_knock as k (key, minute, number) values (%s, date_trunc('minute', now()), 1)
    on conflict (key) do update set minute = excluded.minute,
        number = case when k.minute = excluded.minute then k.number + 1 else 1 end
    returning number
"""


def address_of(request: HttpRequest) -> str:
    return str(get_adapter().get_client_ip(request) or "")


def short_address(request: HttpRequest) -> str:
    """The network, not the machine: 203.0.113.0/24, 2001:db8::/48."""
    try:
        address = ipaddress.ip_address(address_of(request))
    except ValueError:
        return ""
    return str(ipaddress.ip_network(f"{address}/{24 if address.version == 4 else 48}", strict=False))


def family_of(request: HttpRequest) -> str:
    """Chrome, Windows: enough to recognise one's own visit."""
    return family_of_agent(request.headers.get("User-Agent", ""))


def family_of_agent(agent: str) -> str:
    """Of the header with which a browser names itself; empty for one that is not known."""
    found = [next((name for sign, name in signs if re.search(sign, agent)), "") for signs in (FAMILIES, SYSTEMS)]
    return ", ".join(name for name in found if name)


def device_of(request: HttpRequest) -> str:
    """Tells devices apart without a cookie; from it nobody is known."""
    told = (short_address(request), request.headers.get("User-Agent", ""), request.headers.get("Accept-Language", ""))
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:16]


def comes_too_often(key: str, most: int) -> bool:
    """Count a knock, and say whether there were more than `most` in this minute."""
    if not settings.RATE_LIMITS:
        return False
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [key[:120]])
        row: Any = cursor.fetchone()
    return bool(row[0] > most)
