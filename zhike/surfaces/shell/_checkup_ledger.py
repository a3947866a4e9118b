"""`zhike check`: whether the agreement ledger is as it was written."""

from collections.abc import Iterator

from zhike.surfaces.shell._finding import Finding

SHOWN = 3


def ledger() -> Iterator[Finding]:
    """Every chain and every seal; a change that went past the program shows here."""
    from zhike.agreements.checking import check_chains

    checked = check_chains()
    if not checked.faults:
        yield Finding("ok", "ledger", f"{checked.acts} acts in their chains, none altered.")
    for fault in checked.faults[:SHOWN]:
        where = f"Act {fault.number} of client CL-{fault.client}"
        mend = "Compare with a backup; somebody changed the database past the program."
        yield Finding("bad", "ledger", f"{where} was altered: {', '.join(fault.what)}.", mend)
    if len(checked.faults) > SHOWN:
        yield Finding("bad", "ledger", f"{len(checked.faults) - SHOWN} more acts were altered.")
