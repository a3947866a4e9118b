"""Which mail server: the one that ZHIKE_SMTP_HOST names, else the one set up on the settings page, else none."""

from dataclasses import dataclass
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.db import transaction

from zhike.core.access.models import User
from zhike.core.base.kept import Kept
from zhike.core.base.sealing import opened, sealed
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer
from zhike.core.mail.events import SERVER_CHANGED
from zhike.core.mail.models.server import MailServer
from zhike.core.timeline.tell import tell


@dataclass(frozen=True)
class Server:
    """What a connection needs. `security` is starttls, tls or none; `sender` a plain address."""

    host: str
    port: int
    user: str
    password: str
    security: str
    sender: str

    def __repr__(self) -> str:
        return f"<Server {self.host}:{self.port}>"


def from_environment() -> Server | None:
    """What the environment sets goes before the page."""
    told: dict[str, Any] = settings.SMTP
    return Server(**told, sender=default_sender()) if told["host"] else None


@Kept
def server() -> Server | None:
    """The server in use, or None: then letters are kept here."""
    if told := from_environment():
        return told
    kept = MailServer.objects.filter(pk=1).exclude(host="").first()
    if kept is None:
        return None
    sender = kept.sender or default_sender()
    return Server(kept.host, kept.port, kept.user, opened(kept.password_sealed), kept.security, sender)


def default_sender() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def change_server(*, by: Any, password: str = "", **values: Any) -> MailServer:
    """Set what the page says; an empty password keeps the one that stands. Raises Forbidden."""
    if not may_administer(by):
        raise Forbidden
    with transaction.atomic():
        kept, _made = MailServer.objects.select_for_update().get_or_create(pk=1)
        changed = {name: [getattr(kept, name), value] for name, value in values.items() if getattr(kept, name) != value}
        if password:
            changed["password"] = ["•••", "•••"]
            kept.password_sealed = sealed(password)
        for name, value in values.items():
            setattr(kept, name, value)
        kept.save()
        if changed:
            tell(SERVER_CHANGED, kept, by=by, facts={"changed": changed})
    server.forget()
    return kept


def the_program() -> User:
    """Who writes and sends what no person does."""
    return User.objects.system()
