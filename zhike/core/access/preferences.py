"""The company's row, and everyone's name: asked by every request."""

from zhike.core.access.models.company import Company
from zhike.core.access.models.user import User
from zhike.core.base.kept import Kept


@Kept
def company() -> Company:
    """The company's settings."""
    return Company.objects.filter(pk=1).first() or Company(pk=1)


@Kept
def staff_names() -> dict[int, str]:
    """Everyone's name by number, those who left included."""
    return dict(User.objects.values_list("pk", "name"))


def change_company(**values: str) -> Company:
    """Set, and let this process know at once."""
    changed, _made = Company.objects.update_or_create(pk=1, defaults=values)
    company.forget()
    return changed
