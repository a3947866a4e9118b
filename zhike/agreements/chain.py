"""Sealing: what makes a change to the ledger visible, even one that went past the program.

Each value of an act, and of the words it is about, gets a digest with a salt of its own; the act's hash covers the
digests and the hash of the act before it. Erasing a person takes value and salt and leaves the digest, so that the
chain still holds and shows that something was erased.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from zhike.core.record.amending import told

Seals = dict[str, list[str]]  # name: [salt, digest]; an erased one has the salt ""
START = ""


def seal(values: Mapping[str, Any]) -> Seals:
    """Salt and digest of each value, by its name."""
    return {name: _sealed(value) for name, value in values.items()}


def unsalted(seals: Seals, names: Any) -> Seals:
    """The seals without the salts of these: nobody can try out any more what they were."""
    return {name: ["", digest] if name in names else [salt, digest] for name, (salt, digest) in seals.items()}


def link(previous: str, seals: Seals) -> str:
    """The hash (SHA-256, hex) of an act behind the one with the hash `previous`."""
    digests = json.dumps({name: digest for name, (_salt, digest) in seals.items()}, sort_keys=True)
    return hashlib.sha256(f"{previous}\n{digests}".encode()).hexdigest()


def altered(values: Mapping[str, Any], seals: Seals) -> list[str]:
    """Names of values that are no longer what was sealed; erased ones cannot be told and are none."""
    return [
        name
        for name, (salt, digest) in seals.items()
        if salt and (name not in values or _digest(salt, values[name]) != digest)
    ]


def fingerprint(values: Mapping[str, Any]) -> str:
    """Sixteen hex digits that change whenever one of the values does."""
    return hashlib.sha256(_canonical(dict(values)).encode()).hexdigest()[:16]


def _sealed(value: Any) -> list[str]:
    salt = secrets.token_hex(8)
    return [salt, _digest(salt, value)]


def _digest(salt: str, value: Any) -> str:
    return hashlib.sha256(f"{salt}:{_canonical(value)}".encode()).hexdigest()


def plain(value: Any) -> Any:
    """In JSON, the same wherever it is read: moments in UTC."""
    return told(value.astimezone(UTC) if isinstance(value, datetime) else value)


def _canonical(value: Any) -> str:
    return json.dumps(plain(value), sort_keys=True)


@dataclass(frozen=True)
class Fault:
    """`number` is the act's in the chain of the client; `what` names altered values, or "chain" or "gap"."""

    client: int
    number: int
    what: tuple[str, ...]
