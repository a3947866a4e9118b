"""One case for each kind of own field: what is typed, what is kept, what is shown, and which filter finds it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.cast import Cast

Said = Callable[[Cast], Any]


@dataclass(frozen=True)
class Case:
    """`typed` is what a page sends, `row` what a file's cell holds (links resolved), `kept` the JSON. `finds` and
    `misses` are values of the filter; `other` is typed in place to change it, `shown` and `then` are in the cell."""

    kind: str
    typed: Said
    kept: Said
    shown: str
    finds: Said
    misses: str
    other: Said
    then: str
    row: Said | None = None
    choices: str = ""


def _says(value: Any) -> Said:
    return lambda _cast: value


CASES = (
    Case("text", _says("Port side"), _says("Port side"), "Port side", _says("port"), "star", _says("Bow"), "Bow"),
    Case("long", _says("One\nTwo"), _says("One\nTwo"), "One\nTwo", _says("two"), "six", _says("Three"), "Three"),
    Case("number", _says("1000.50"), _says("1000.5"), "1,000.5", _says("900..1100"), "..900", _says("1000"), "1,000"),
    Case(
        "money", _says("CNY 1200.50"), _says({"amount": "1200.50", "currency": "CNY"}), "1,200.50",
        _says("1000.."), "1200", _says("¥12万"), "120,000",
    ),
    Case(
        "date", _says("2020-05-03"), _says("2020-05-03"), "2020", _says("over-7d"), "next-7d",
        _says("2019-01-02"), "2019",
    ),
    Case(
        "choice", _says("Fair"), _says("Fair"), "Fair", _says("Fair"), "Web", _says("Web"), "Web", choices="Fair\nWeb"
    ),
    Case(
        "choices", _says(["Fair", "Web"]), _says(["Fair", "Web"]), "Fair, Web", _says("Web"), "Talk",
        _says(["Talk"]), "Talk", row=_says("Fair; Web"), choices="Fair\nWeb\nTalk",
    ),
    Case("boolean", _says("false"), _says(False), "No", _says("false"), "true", _says("true"), "Yes", row=_says("否")),
    Case(
        "link", lambda cast: str(cast.tramlight.pk), lambda cast: {"id": cast.tramlight.pk, "text": "Tramlight"},
        "Tramlight</a>", lambda cast: cast.tramlight.reference, "Nobody",
        lambda cast: cast.qingchuan.reference, "晴川医疗</a>", row=lambda cast: cast.tramlight,
    ),
    Case(
        "person", lambda cast: str(cast.omar.pk), lambda cast: {"id": cast.omar.pk, "text": "Omar"}, "Omar",
        lambda cast: str(cast.omar.pk), "me", lambda cast: str(cast.mona.pk), "Mona", row=lambda cast: cast.omar,
    ),
)  # fmt: skip
