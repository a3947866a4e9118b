"""How each kept their word: promises kept, broken and renegotiated, by person and by client, each with its list."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from zhike.agreements.choices import SETTLED, Side, State
from zhike.agreements.rates import Kept, Rate
from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.insight.analytics.asked import Asked

SETTLED_ONES = [str(one) for one in SETTLED]
Counts = dict[tuple[Any, Any, str], int]  # by whoever looks after it, client and side


@dataclass(frozen=True)
class Told:
    """The rate of one side, the list that it is made of, and that of what was renegotiated."""

    rate: Rate
    url: str
    again_url: str


@dataclass(frozen=True)
class Row:
    """A person or a client, with what was kept toward the client and, of a client, what it kept itself."""

    who: Any
    ours: Told
    theirs: Told

    @property
    def sides(self) -> tuple[Told, Told]:
        return self.ours, self.theirs


class WordKept:
    """As far as the person sees, over the days asked for. Four queries, and one for the names of each kind."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.kept = self._counts(state=State.KEPT.value)
        self.late = self._counts(state=State.KEPT.value, kept=Kept.LATE.value)
        self.broken = self._counts(state=State.BROKEN.value)
        self.renegotiated = self._counts(state=State.SUPERSEDED.value)

    def of_people(self) -> list[Row]:
        """Ours alone, by whoever looks after the promise."""
        found = self._rows("owner", User.objects.in_bulk, lambda owner, _client: owner)
        said = (one for one in found if one.ours.rate.settled or one.ours.rate.renegotiated)
        return sorted(said, key=lambda one: str(one.who))

    def of_clients(self) -> list[Row]:
        """Those toward whom least was kept first."""
        found = self._rows("client", Client.objects.in_bulk, lambda _owner, client: client)
        return sorted(found, key=lambda one: (_least(one.ours), _least(one.theirs), str(one.who)))

    def of_client(self, client: Any) -> Row:
        rates = self._rates(lambda _owner, pk: pk)
        return self._row("client", client, rates.get(client.pk, {}))

    def _counts(self, **words: str) -> Counts:
        return self.asked.tally("promises", "owner", "client", "side", state_on=self.asked.stretch.said, **words)

    def _rows(self, name: str, known: Callable[[Any], dict[Any, Any]], place: Callable[[Any, Any], Any]) -> list[Row]:
        rates = self._rates(place)
        records = known([one for one in rates if one])
        return [self._row(name, records[pk], rates[pk]) for pk in records]

    def _row(self, name: str, who: Any, sides: dict[str, Rate]) -> Row:
        ours, theirs = (
            Told(
                sides.get(side, Rate(0, 0, 0)),
                self._list(SETTLED_ONES, side, **{name: who.pk}),
                self._list([State.SUPERSEDED.value], side, **{name: who.pk}),
            )
            for side in (Side.US.value, Side.THEM.value)
        )
        return Row(who, ours, theirs)

    def _rates(self, place: Callable[[Any, Any], Any]) -> dict[Any, dict[str, Rate]]:
        """By whoever `place` says, and by side."""
        sums: dict[tuple[Any, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for n, counts in enumerate((self.kept, self.late, self.broken, self.renegotiated)):
            for (owner, client, side), number in counts.items():
                sums[place(owner, client), side][n] += number
        found: dict[Any, dict[str, Rate]] = defaultdict(dict)
        for (who, side), numbers in sums.items():
            found[who][side] = Rate(*numbers)
        return found

    def _list(self, states: list[str], side: str, **whose: Any) -> str:
        return self.asked.address("promises", side=side, state=states, state_on=self.asked.stretch.said, **whose)


def _least(told: Told) -> float:
    return told.rate.kept / told.rate.settled if told.rate.settled else 2.0


def words_kept(asked: Asked) -> dict[str, Any]:
    """What the page of the picture shows beside it."""
    kept = WordKept(asked)
    return {"people": kept.of_people(), "clients": kept.of_clients()}
