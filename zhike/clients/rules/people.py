"""The staff and the teams, as a rule offers them."""

from zhike.core.access.models import Team, User
from zhike.core.base.kept import Kept


@Kept
def staff() -> list[tuple[int, str]]:
    """Those who left as well: a rule may still ask for them."""
    return list(User.objects.filter(is_system=False).order_by("name").values_list("pk", "name"))


@Kept
def teams() -> list[tuple[int, str]]:
    return list(Team.objects.order_by("name").values_list("pk", "name"))
