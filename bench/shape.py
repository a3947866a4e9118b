"""How much there is in a database that is measured."""

from dataclasses import dataclass

MILLION = 1_000_000
UNITS = {"k": 1_000, "m": MILLION}


@dataclass(frozen=True)
class Shape:
    """`each` is the number of conversations of a client."""

    clients: int
    each: int
    contacts: int

    @property
    def staff(self) -> int:
        """Everyone looks after some five hundred clients."""
        return max(24, self.clients // 500)

    @property
    def name(self) -> str:
        return f"bench_{self.clients}_{self.each}"


def shape_of(clients: int, each: int = 0) -> Shape:
    """Ten conversations and two contacts a client, three and one where there are a million."""
    many = clients >= MILLION or each == 3
    return Shape(clients, each or (3 if many else 10), 1 if many else 2)


def clients_alone(clients: int) -> Shape:
    """Nobody to talk to, no talks, nothing that happened, nothing to be searched: made in a few minutes."""
    return Shape(clients, 0, 0)


def size(said: str) -> int:
    """ "10k", "1M", "2500" as a number. ValueError for anything else."""
    text = said.strip().lower().replace(",", "").replace("_", "")
    number = int(text[:-1]) * UNITS[text[-1]] if text[-1:] in UNITS else int(text)
    if number < 10:
        raise ValueError("at least 10 clients are needed")
    return number
