"""Setting the server up: administrators alone, the password sealed, and plain words about what is wrong."""

import ssl
from datetime import timedelta
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.core.base.sealing import opened, sealed
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.mail.models import MailServer
from zhike.core.mail.server import Server, change_server, server
from zhike.core.mail.tests.postoffice import PASSWORD, USER, checks_passwords, free_port, open_post_office
from zhike.core.mail.troubles import SENTENCES, Trouble
from zhike.core.mail.trying import greet, send_test
from zhike.core.timeline.models import Event

SAID = {"host": "127.0.0.1", "port": 25, "security": "none", "user": "", "password": "", "sender": "desk@zhike.example"}
OPEN = {"authenticator": checks_passwords, "auth_require_tls": False, "auth_required": True}


def test_the_password_is_sealed_and_never_shown(client: Browser, cast: Cast) -> None:
    client.force_login(cast.ada)
    assert client.post("/settings/mail/", SAID | {"user": USER, "password": PASSWORD}).status_code == 302
    kept = MailServer.objects.get()
    assert PASSWORD not in kept.password_sealed
    assert (server() or kept).password == PASSWORD  # type: ignore[union-attr]
    assert PASSWORD not in client.get("/settings/mail/").text
    assert PASSWORD not in str(list(Event.objects.values_list("facts", flat=True)))
    client.post("/settings/mail/", SAID | {"user": USER, "port": 26})
    assert opened(MailServer.objects.get().password_sealed) == PASSWORD


def test_another_secret_key_opens_nothing(settings: Any) -> None:
    kept = sealed("word")
    settings.SECRET_KEY = "another" * 10
    assert opened(kept) == ""


def test_administrators_alone(client: Browser, cast: Cast) -> None:
    client.force_login(cast.mona)
    assert client.get("/settings/mail/").status_code == 403
    assert client.post("/settings/mail/test/").status_code == 403
    with pytest.raises(Forbidden):
        change_server(by=cast.lena, host="evil.example")


def test_what_the_environment_sets_goes_before(client: Browser, cast: Cast, use: Any) -> None:
    change_server(by=cast.ada, host="page.example")
    use(Server("env.example", 465, "", "secret-of-env", "tls", "desk@zhike.example"))
    used = server()
    assert used
    assert used.host == "env.example"
    client.force_login(cast.ada)
    page = client.get("/settings/mail/").text
    assert "env.example" in page
    assert "secret-of-env" not in page
    assert 'name="host"' not in page


def test_the_test_button_sends_one_to_who_presses_it(client: Browser, cast: Cast) -> None:
    with open_post_office() as (office, reached):
        client.force_login(cast.ada)
        client.post("/settings/mail/", SAID | {"port": reached.port})
        answer = client.post("/settings/mail/test/").text
    assert "The server took it over" in answer
    assert [one["To"] for one in office.taken] == [cast.ada.email]


def trouble(said: Any) -> Trouble:
    return next(name for name, words in SENTENCES.items() if str(words) == str(said.sentence))  # type: ignore[return-value]


def test_it_says_in_plain_words_what_is_wrong(cast: Cast) -> None:
    with open_post_office(**OPEN) as (_office, at):
        there = {"port": at.port, "security": "none", "sender": "desk@zhike.example"}
        right = Server("127.0.0.1", user=USER, password=PASSWORD, **there)
        wrong = Server("127.0.0.1", user=USER, password="guess", **there)
        assert greet(right).well
        assert send_test(right, to=cast.ada).well
        assert trouble(greet(wrong)) == Trouble.PASSWORD
        no_tls = Server("127.0.0.1", at.port, USER, PASSWORD, "starttls", "desk@zhike.example")
        assert trouble(greet(no_tls)) == Trouble.TLS
        not_tls = Server("127.0.0.1", at.port, "", "", "tls", "desk@zhike.example")
        assert trouble(greet(not_tls)) == Trouble.TLS
    nobody = Server("127.0.0.1", free_port(), "", "", "none", "desk@zhike.example")
    assert trouble(greet(nobody)) == Trouble.REFUSED
    unknown = Server("no-such-host.invalid", 25, "", "", "none", "desk@zhike.example")
    assert trouble(greet(unknown)) == Trouble.HOST


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Any) -> None:
    with open_post_office(tls_context=own_certificate(tmp_path)) as (_office, at):
        wrong = Server("127.0.0.1", at.port, "", "", "starttls", "desk@zhike.example")
        assert trouble(greet(wrong)) == Trouble.CERTIFICATE


def own_certificate(folder: Any) -> ssl.SSLContext:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "desk")])
    made, now = x509.CertificateBuilder().subject_name(name).issuer_name(name), timezone.now()
    made = made.public_key(key.public_key()).serial_number(x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    certificate = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "both.pem").write_bytes(secret + certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "both.pem")
    return context
