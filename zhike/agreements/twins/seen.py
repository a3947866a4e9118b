"""Which wordings of an entry somebody has before them, with the twins that stand in rows beside it."""

from typing import Any

from zhike.agreements.chain import fingerprint


def seen_with_twins(read: Any) -> str:
    """Of an entry that came by `spoken`: changes with its words and with those twins. Nothing of the chain is in it."""
    beside = read.as_written()
    return fingerprint({"words": read.seen, "twins": beside}) if beside else str(read.seen)
