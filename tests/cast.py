"""The fixed cast of every test, made through the public verbs.

Lena 林娜 leads 晴川医疗 (`qingchuan`), which her team alone sees; Omar is on her team; Mona stands above both; Rita
reads what the team sees; Ada administers. Ida works on other accounts: `tramlight` is hers. Clara 陈岚 is a contact of
the first client, Emil Moreau of the second. All sign in with `PASSWORD`.
"""

from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from pytest_django import DjangoDbBlocker

from tests.kept import Kept, is_untouched, keep
from zhike.clients.models import Client, Contact
from zhike.core.access.models import Team, User

PASSWORD = "knots-in-a-cord"


@dataclass(frozen=True)
class Cast:
    lena: User
    omar: User
    mona: User
    ada: User
    rita: User
    ida: User
    qingchuan: Client
    tramlight: Client
    clara: Contact
    emil: Contact


def make_cast() -> Cast:
    """Everyone, in some thirty statements."""
    ada = _person(User.objects.system(), "Ada", role="admin")
    care, trams = (Team.objects.add(by=ada, name=name) for name in ("Care", "Trams"))
    mona = _person(ada, "Mona", role="manager")
    lena = _person(ada, "Lena 林娜", team=care, manager=mona)
    omar = _person(ada, "Omar", team=care, manager=mona)
    rita = _person(ada, "Rita", role="readonly", team=care)
    ida = _person(ada, "Ida", team=trams)
    qingchuan = Client.objects.add(
        by=lena, name="杭州晴川医疗科技有限公司", short_name="晴川医疗", owner=lena, team=care, visibility="team"
    )
    tramlight = Client.objects.add(by=ida, name="Tramlight", owner=ida, team=trams, visibility="team")
    clara = Contact.objects.add(by=lena, name="陈岚", form_of_address="陈总", client=qingchuan)
    emil = Contact.objects.add(by=ida, name="Emil Moreau", client=tramlight)
    return Cast(lena, omar, mona, ada, rita, ida, qingchuan, tramlight, clara, emil)


def _person(by: User, name: str, **more: Any) -> User:
    email = f"{name.split()[0].lower()}@zhike.example"
    return User.objects.add(by=by, name=name, email=email, password=_PASSWORD_HASH, **more)


_PASSWORD_HASH = make_password(PASSWORD)


@pytest.fixture(scope="session")
def kept_cast(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Kept[Cast]:
    with django_db_blocker.unblock():
        return keep(make_cast)


@pytest.fixture
def cast(db: None, kept_cast: Kept[Cast]) -> Cast:
    return kept_cast.again() if is_untouched() else make_cast()


@pytest.fixture
def lena(cast: Cast) -> User:
    return cast.lena


@pytest.fixture
def omar(cast: Cast) -> User:
    return cast.omar


@pytest.fixture
def mona(cast: Cast) -> User:
    return cast.mona


@pytest.fixture
def ada(cast: Cast) -> User:
    return cast.ada


@pytest.fixture
def rita(cast: Cast) -> User:
    return cast.rita


@pytest.fixture
def ida(cast: Cast) -> User:
    return cast.ida


@pytest.fixture
def qingchuan(cast: Cast) -> Client:
    return cast.qingchuan


@pytest.fixture
def tramlight(cast: Cast) -> Client:
    return cast.tramlight


@pytest.fixture
def clara(cast: Cast) -> Contact:
    return cast.clara


@pytest.fixture
def emil(cast: Cast) -> Contact:
    return cast.emil
