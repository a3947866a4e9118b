"""What `zhike check` looks at. Each look returns findings; one that fails itself is a finding too."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from zhike.surfaces.shell import _checkup_database, _checkup_ledger, _checkup_machine, _checkup_mail
from zhike.surfaces.shell._finding import Finding

Look = Callable[[], Iterator[Finding]]
OF_THE_MACHINE: tuple[Look, ...] = (
    _checkup_machine.configuration,
    _checkup_machine.secret_key,
    _checkup_machine.storage,
    _checkup_machine.made_files,
)
OF_THE_DATABASE: tuple[Look, ...] = (
    _checkup_database.server,
    _checkup_database.migrations,
    _checkup_database.worker,
    _checkup_database.jobs,
    _checkup_database.events,
    _checkup_mail.mail,
    _checkup_ledger.ledger,
)


def examine() -> list[Finding]:
    """All findings, in the order of the looks. What cannot be asked of an unready database is left out."""
    found = [one for look in OF_THE_MACHINE for one in _looked(look)]
    for look in OF_THE_DATABASE:
        found += _looked(look)
        if found[-1].subject in {"database", "migrations"} and found[-1].state == "bad":
            break
    return found


def _looked(look: Look) -> list[Finding]:
    try:
        return list(look())
    except Exception as error:
        return [Finding("bad", look.__name__, _("Could not be looked at: {error}").format(error=error).strip())]
