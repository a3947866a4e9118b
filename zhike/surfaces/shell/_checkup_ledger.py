"""`zhike check`: whether the agreement ledger is as it was written."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhike.surfaces.shell._finding import Finding

SHOWN = 3


def ledger() -> Iterator[Finding]:
    """Every chain and every seal; a change that went past the program shows here."""
    from zhike.agreements.checking import check_chains

    checked = check_chains()
    if not checked.faults:
        yield Finding("ok", "ledger", _("%(n)d acts in their chains, none altered.") % {"n": checked.acts})
    for fault in checked.faults[:SHOWN]:
        told = {"number": fault.number, "client": f"CL-{fault.client}", "what": ", ".join(fault.what)}
        finding = _("Act %(number)d of client %(client)s was altered: %(what)s.") % told
        mend = _("Compare with a backup; somebody changed the database past the program.")
        yield Finding("bad", "ledger", finding, mend)
    if len(checked.faults) > SHOWN:
        yield Finding("bad", "ledger", _("%(n)d more acts were altered.") % {"n": len(checked.faults) - SHOWN})
