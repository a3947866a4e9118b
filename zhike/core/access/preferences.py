"""The company's row, and everyone's name: asked by every request."""

from typing import Any

from django.db import transaction

from zhike.core.access import events
from zhike.core.access.models.company import Company
from zhike.core.access.models.user import User
from zhike.core.base.kept import kept_of
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer
from zhike.core.timeline.tell import tell


@kept_of("access.company")
def company() -> Company:
    """The company's settings."""
    return Company.objects.filter(pk=1).first() or Company(pk=1)


@kept_of("access.user")
def staff_names() -> dict[int, str]:
    """Everyone's name by number, those who left included."""
    return dict(User.objects.values_list("pk", "name"))


def change_company(*, by: Any = None, **values: Any) -> Company:
    """Set, tell what was and what is, and let this process know at once. Raises Forbidden.

    When nobody is named, the program itself does it.
    """
    by = by or User.objects.system()
    if not may_administer(by):
        raise Forbidden
    with transaction.atomic():
        kept, _made = Company.objects.select_for_update().get_or_create(pk=1)
        changed = {name: [getattr(kept, name), value] for name, value in values.items() if getattr(kept, name) != value}
        Company.objects.filter(pk=1).update(**values)
        if changed:
            tell(events.COMPANY_CHANGED, kept, by=by, facts={"changed": changed})
    company.forget()
    return Company.objects.get(pk=1)
