"""Finding where a client's own people want what cannot both be, and whether that was decided."""

from typing import Any

from zhike.core.access.models import User
from zhike.domains.requirements.choices import ConflictState as State
from zhike.domains.requirements.conflicts import Wanted, conflicts
from zhike.domains.requirements.ledger import HOLDS, standing
from zhike.domains.requirements.models.conflict import Conflict
from zhike.domains.requirements.models.deciding import meant

LENGTH = 140  # of each statement in the name of a conflict


def look_for_conflicts(requirement: Any) -> None:
    """Note what it stands against by now, and what no longer does; once is as good as twice."""
    by, found = User.objects.system(), clashing(requirement)
    known = {_other(one, requirement): one for one in Conflict.objects.of(requirement)}
    for other, conflict in known.items():
        if other not in found and conflict.state in (State.OPEN, State.ASKED, State.DECIDED):
            conflict.lapse(by=by)
        elif other in found and conflict.state == State.LAPSED:
            conflict.clash_again(by=by, why=found[other][1])
    for pk, (other, why) in found.items():
        if pk not in known:
            _note(requirement, other, why, by)


def clashing(requirement: Any) -> dict[int, tuple[Any, str]]:
    """(requirement, why) by number: of the same client, by other people of theirs, still wanted."""
    rivals = type(requirement).objects.living().filter(client=requirement.client_id).exclude(contact=None)
    if requirement.contact_id is None or not rivals.filter(pk=requirement.pk).exists():
        return {}
    others = list(rivals.exclude(contact=requirement.contact_id).order_by("pk"))
    said = [Wanted(meant(one), one.kind) for one in others]
    found = conflicts(Wanted(meant(requirement), requirement.kind), said)
    return {others[place].pk: (others[place], why) for place, why in found}


def undecided(requirement: Any) -> list[Any]:
    """What it stands against without a decision in its favour: nothing holds it up where there is none."""
    found = clashing(requirement)
    settled = {
        _other(one, requirement)
        for one in Conflict.objects.of(requirement).select_related("entry")
        if one.state == State.DISMISSED or _is_decided_for(one, requirement)
    }
    return [other for pk, (other, _why) in found.items() if pk not in settled]


def _is_decided_for(conflict: Any, requirement: Any) -> bool:
    if conflict.state != State.DECIDED or conflict.holds_id != requirement.pk:
        return False
    return standing(conflict.entry).state in HOLDS


def _other(conflict: Any, requirement: Any) -> int:
    return int(conflict.other_id if conflict.one_id == requirement.pk else conflict.one_id)


def _note(requirement: Any, other: Any, why: str, by: Any) -> None:
    one, two = sorted((requirement, other), key=lambda each: each.pk)
    owners = {each.owner_id: each.owner for each in (one, two)}
    Conflict.objects.add(
        by=by, client=one.client, one=one, other=two, why=why, about=f"{str(one)[:LENGTH]} ↔ {str(two)[:LENGTH]}",
        facts={"why": why, "people": [{"id": pk, "text": str(person)} for pk, person in owners.items()]},
    )  # fmt: skip
