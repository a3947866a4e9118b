"""One line of `zhike check`."""

from typing import NamedTuple


class Finding(NamedTuple):
    """state: ok, warn or bad; mend: what to do, empty when nothing."""

    state: str
    subject: str
    finding: str
    mend: str = ""
