"""Who may do what with a person's access."""

from typing import Any

from zhike.core.lifecycle.policies import may_administer, may_lead, may_work


def is_oneself(user: Any, person: Any) -> bool:
    """One's own name, language and look are one's own business."""
    return bool(user and user.is_active and user.pk == person.pk)


def may_look_after(user: Any, person: Any) -> bool:
    """Administrators, for everyone but themselves: nobody locks themselves out."""
    return may_administer(user) and user.pk != person.pk and not person.is_system


def may_hand_over(user: Any, person: Any) -> bool:
    """What a person answers for is given away by administrators, and by the managers above."""
    return may_administer(user) or (may_lead(user) and user.pk != person.pk and person.pk in user.people_below)


def may_tell_absence(user: Any, absence: Any) -> bool:
    """One's own, that of the people below, and for administrators everyone's."""
    return may_administer(user) or (may_work(user) and absence.person_id in user.people_below)
