"""The demo company, Pierhead Studio 栈桥工作室: built through the public verbs, and taken out again without a trace.

*World*: the people, clients and the plan of an imagined history. *Act*: what happens at one moment of it.
*Mark*: says that a record belongs to the demo. To add an area, write a file with `build(world)` and list it in
`building.py`; removal finds by itself what hangs on what the demo made.
"""

from collections.abc import Callable

Progress = Callable[[str], None]


def is_built() -> bool:
    from zhike.surfaces.exchange.demo.models import Mark

    return Mark.objects.exists()


def build(progress: Progress, scale: float = 1.0) -> None:
    """Build the company, all or nothing. `scale` 1 has some 40 clients and 18 months; 0.1 is for tests.

    Raises Refused if it is there already.
    """
    from zhike.surfaces.exchange.demo import building

    building.build(progress, scale)


def remove(progress: Progress) -> None:
    """Take out what was built and what hangs on it; people who have worked on anything else are only deactivated."""
    from zhike.surfaces.exchange.demo import removing

    removing.remove(progress)


def people() -> list[tuple[str, str, str]]:
    """(name, e-mail, password) of each, the administrator first."""
    from zhike.surfaces.exchange.demo.staff import STAFF

    return [(person.name, person.email, person.password) for person in STAFF]
