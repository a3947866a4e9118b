"""Who sees a file: who sees what it hangs on."""

from tests.cast import Cast, Client, Contact
from zhike.core.access.models import User
from zhike.core.files.models import Attachment
from zhike.core.files.tests.conftest import upload
from zhike.core.todos.models import Todo


def _seen_by(user: User) -> list[str]:
    return sorted(file.name for file in Attachment.objects.visible_to(user))


def test_it_is_seen_by_whoever_sees_the_client(cast: Cast) -> None:
    Attachment.objects.attach(upload(), by=cast.lena, to=cast.qingchuan)
    Attachment.objects.attach(upload("emil.txt"), by=cast.ida, to=cast.emil)
    for person in (cast.lena, cast.omar, cast.mona, cast.rita):
        assert _seen_by(person) == ["offer.txt"]
    assert _seen_by(cast.ida) == ["emil.txt"]
    assert _seen_by(cast.ada) == ["emil.txt", "offer.txt"]


def test_it_is_seen_by_whoever_does_a_to_do_without_client(lena: User, omar: User, ida: User) -> None:
    todo = Todo.objects.add(by=lena, title="Look through it", owner=omar)
    Attachment.objects.attach(upload(), by=lena, to=todo)
    assert _seen_by(omar) == ["offer.txt"] and _seen_by(ida) == []


def test_it_is_a_draft_that_only_its_uploader_sees(lena: User, omar: User) -> None:
    Attachment.objects.attach(upload(), by=lena)
    assert _seen_by(lena) == ["offer.txt"] and _seen_by(omar) == []


def test_it_is_lost_with_the_sight_of_the_client(lena: User, omar: User, qingchuan: Client, clara: Contact) -> None:
    Attachment.objects.attach(upload(), by=omar, to=clara)
    qingchuan.amend(by=lena, visibility="few")
    assert _seen_by(omar) == [] and _seen_by(lena) == ["offer.txt"]
