"""Asking other machines over HTTP without being led astray: a name is looked up once, and kept to."""

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import SplitResult, urlsplit

READ = 2_000  # bytes of an answer
NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Astray(Exception):
    """The address is not one to be asked: `why` is scheme, host, unknown or private."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Answer:
    """`text` is its beginning. A redirection is an answer like any other, and is not followed."""

    status: int
    text: str


class Line:
    """A connection for several requests to one address, open for `seconds` at most in each of them.

    `private` lets it lead to private networks, and do without TLS. Raises Astray, OSError, HTTPException.
    """

    def __init__(self, url: str, *, private: bool = False, seconds: float = 10) -> None:
        self.asked, self.seconds = checked(url, private=private), seconds
        self._connection = self._made(found(self.asked, private=private))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._connection.close()

    def post(self, body: bytes, headers: dict[str, str]) -> Answer:
        place = (self.asked.path or "/") + (f"?{self.asked.query}" if self.asked.query else "")
        used_before = self._connection.sock is not None
        try:
            return self._ask(place, body, headers)
        except ConnectionError:
            if not used_before:
                raise
            return self._ask(place, body, headers)  # the other side hung up between two requests, as it may

    def _ask(self, place: str, body: bytes, headers: dict[str, str]) -> Answer:
        clock = threading.Timer(self.seconds, self._hang_up)  # a timeout of sockets begins anew with each byte
        clock.start()
        done = False
        try:
            self._connection.request("POST", place, body, headers)
            response = self._connection.getresponse()
            text = response.read(READ).decode(errors="replace")
            done = response.isclosed()
            return Answer(response.status, text)
        finally:
            clock.cancel()
            if not done:
                self._connection.close()

    def _made(self, address: str) -> http.client.HTTPConnection:
        host, port = self.asked.hostname or "", self.asked.port
        if self.asked.scheme == "https":
            context = ssl.create_default_context()
            made: Any = http.client.HTTPSConnection(host, port, timeout=self.seconds, context=context)
        else:
            made = http.client.HTTPConnection(host, port, timeout=self.seconds)
        made._create_connection = lambda to, *more: socket.create_connection((address, to[1]), *more)
        return made

    def _hang_up(self) -> None:
        line = self._connection.sock
        if line is not None:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)


def checked(url: str, *, private: bool = False) -> SplitResult:
    """The parts of an address that may be asked. Raises Astray."""
    asked = urlsplit(url)
    if asked.scheme != "https" and not (private and asked.scheme == "http"):
        raise Astray("scheme")
    try:
        named = bool(asked.hostname) and asked.port != 0
    except ValueError:
        named = False
    if not named or asked.username is not None or asked.password is not None:
        raise Astray("host")
    literal = _literal(asked.hostname or "")
    if literal and not private and not is_public(literal):
        raise Astray("private")
    return asked


def found(asked: SplitResult, *, private: bool = False) -> str:
    """The machine behind the name, as a number. Where one of several is private, none is asked. Raises Astray."""
    try:
        told = socket.getaddrinfo(asked.hostname, asked.port or asked.scheme, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Astray("unknown") from error
    addresses = [str(one[4][0]) for one in told]
    if not private and not all(is_public(ipaddress.ip_address(one.partition("%")[0])) for one in addresses):
        raise Astray("private")
    return addresses[0]


def is_public(address: Address) -> bool:
    """Whether it is anybody's on the internet; an address that carries another one counts as that."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if carried := address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1]):
            return is_public(carried)
    return address.is_global and not address.is_multicast


def _literal(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
