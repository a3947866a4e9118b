"""Adding a client by the form: every field is checked, the event is told, both are committed."""

from collections.abc import Iterator
from random import Random

from bench import invented
from bench.ask import Ask
from bench.shape import Shape


def asks(chance: Random, shape: Shape) -> Iterator[Ask]:
    while True:
        yield Ask("/clients/new/", tuple(form(chance).items()), status=302)


def form(chance: Random) -> dict[str, str]:
    """What is filled in for one client."""
    made = invented.company(chance)
    return {
        "name": made.name, "short_name": made.short, "country": "CN" if made.chinese else "GB",
        "city": invented.one_of(chance, "places"), "industry": invented.one_of(chance, "industries"),
        "phones": f"138{chance.randint(10**7, 10**8 - 1)}" if made.chinese else "020 7946 0958",
        "emails": "info@bench.example", "tags": invented.one_of(chance, "tags"), "size": "10-49",
    }  # fmt: skip
