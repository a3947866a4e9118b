"""The six people of the studio, and their teams."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from zhike.core.access.models import Company, Team, User
from zhike.core.access.preferences import change_company
from zhike.core.timeline.moment import at
from zhike.surfaces.exchange.demo.world import World

COMPANY = "Pierhead Studio 栈桥工作室"
TEAMS = {"south": "South · 江南组", "harbour": "Harbour · 海港组"}


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    role: str
    team: str = ""
    manager: str = ""
    language: str = ""

    @property
    def email(self) -> str:
        return f"{self.key}@pierhead.example"

    @property
    def password(self) -> str:
        return f"knots-of-{self.key}"


STAFF = (
    Person("ada", "Ada Berg", "admin"),
    Person("mona", "Mona Keller 莫娜", "manager"),
    Person("lena", "Lena Lin 林娜", "member", "south", "mona", "zh-hans"),
    Person("omar", "Omar Haddad 王欧", "member", "south", "mona", "en"),
    Person("ida", "Ida Nyberg", "member", "harbour", "mona", "en"),
    Person("rita", "Rita Costa", "readonly", "harbour"),
)


def build(world: World) -> None:
    """Everyone started before the first client came."""
    if not Company.objects.exists():  # else the installation has a name of its own
        world.mark(change_company(name=COMPANY))
    system = User.objects.system()
    with at(world.beginning):
        for one in STAFF:
            by = world.staff.get("ada", system)
            if one.team and one.team not in world.teams:
                world.teams[one.team] = world.mark(Team.objects.add(by=by, name=TEAMS[one.team]))
            world.staff[one.key] = world.mark(_start(one, by, world))


def _start(one: Person, by: User, world: World) -> User:
    return User.objects.add(
        by=by,
        name=one.name,
        email=one.email,
        role=one.role,
        team=world.teams.get(one.team),
        manager=world.staff.get(one.manager),
        language=one.language,
        password=make_password(one.password),
    )
