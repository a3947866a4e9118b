"""Asking other machines: none in private networks, none that a name means only at the second look."""

import ipaddress
import socket

import pytest

from zhike.core.base import outbound
from zhike.core.base.outbound import Astray, Line, checked, found, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "fd00::1", "fe80::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::",
    ],
)  # fmt: skip
def test_it_knows_what_is_nobodys_on_the_internet(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101"])
def test_it_knows_what_is_public(address):
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.com/", "scheme"), ("file:///etc/passwd", "scheme"), ("https:///x", "host"),
        ("https://u:p@example.com/", "host"), ("https://example.com:99999/", "host"), ("https://10.0.0.1/", "private"),
        ("https://[::1]/", "private"), ("https://[::ffff:127.0.0.1]/", "private"),
    ],
)  # fmt: skip
def test_it_refuses_an_address_before_it_looks(url, why):
    with pytest.raises(Astray) as astray:
        checked(url)
    assert astray.value.why == why


def test_it_refuses_a_name_one_of_whose_addresses_is_private(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_more: _told("1.1.1.1", "10.0.0.1"))
    with pytest.raises(Astray, match="private"):
        found(checked("https://hooks.example/"))


def test_it_goes_to_the_address_that_it_checked_whatever_the_name_means_later(monkeypatch):
    answers, went = [_told("1.1.1.1"), _told("127.0.0.1")], []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_more: answers.pop(0))

    def connect(to, *_more):
        went.append(to)
        raise ConnectionRefusedError

    monkeypatch.setattr(outbound.socket, "create_connection", connect)
    with Line("https://hooks.example/") as line, pytest.raises(ConnectionRefusedError):
        line.post(b"{}", {})
    assert went == [("1.1.1.1", 443)]
    assert len(answers) == 1


def _told(*addresses):
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in addresses]
