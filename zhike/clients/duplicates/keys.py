"""What of a client or contact could give a duplicate away. Pure: values in, keys out."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from zhike.clients.duplicates.free_mail import told_by
from zhike.clients.duplicates.names import core, firm_sound, sound

READ = {
    "clients.client": ("name", "short_name", "tax_number", "phones", "emails", "wechat", "website"),
    "clients.contact": ("name", "client_id", "phones", "emails", "wechat"),
}
LONGEST = 254

Keys = set[tuple[str, str]]


def keys_of(record_type: str, values: Mapping[str, Any]) -> Keys:
    """(kind, key) of a record whose values pass the gate; see `READ` for what is read."""
    own = _of_client(values) if record_type == "clients.client" else _of_contact(values)
    return {(kind, key[:LONGEST]) for kind, key in (*own, *_of_reach(values)) if key}


def values_of(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in READ[record._meta.label_lower]}


def _of_reach(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from (("phone", one) for one in values.get("phones") or ())
    yield from (("mail", one.lower()) for one in values.get("emails") or ())
    yield "wechat", (values.get("wechat") or "").lower()


def _of_client(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in (values.get("name"), values.get("short_name")):
        yield "name", core(name or "")
    yield "sound", firm_sound(values.get("name") or "")
    yield "tax", (values.get("tax_number") or "").upper()
    yield "domain", told_by(_host(values.get("website") or ""))
    yield from (("domain", one) for one in _domains(values))


def _of_contact(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    called, heard = core(values.get("name") or ""), sound(values.get("name") or "")
    yield "name", called
    yield "sound", heard
    if client := values.get("client_id"):
        yield "place", called and f"{called}@{client}"
        yield "soundat", heard and f"{heard}@{client}"
    yield from (("namedom", called and f"{called}@{domain}") for domain in _domains(values))


def _domains(values: Mapping[str, Any]) -> Iterator[str]:
    for one in values.get("emails") or ():
        if domain := told_by(one.rpartition("@")[2]):
            yield domain


def _host(address: str) -> str:
    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
