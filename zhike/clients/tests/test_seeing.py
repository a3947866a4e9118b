"""Who sees which clients: near ones always, the others as far as visibility and the company say."""

import pytest

from zhike.clients.models import Client
from zhike.core.access.preferences import change_company
from zhike.core.discussion.models import Watch


def sees(person, client):
    return Client.objects.visible_to(person).filter(pk=client.pk).exists()


@pytest.mark.parametrize(
    ("default", "own", "expected"),
    [
        ("everyone", "", "lena omar mona ada rita ida"),
        ("everyone", "team", "lena omar mona ada rita"),
        ("everyone", "few", "lena mona ada"),
        ("team", "", "lena omar mona ada rita"),
        ("team", "everyone", "lena omar mona ada rita"),
        ("team", "few", "lena mona ada"),
        ("few", "", "lena mona ada"),
        ("few", "everyone", "lena mona ada"),
    ],
)
def test_a_client_may_narrow_the_default_and_never_widens_it(cast, default, own, expected):
    change_company(client_visibility=default)
    cast.qingchuan.amend(by=cast.lena, visibility=own)
    people = ["lena", "omar", "mona", "ada", "rita", "ida"]
    assert [name for name in people if sees(getattr(cast, name), cast.qingchuan)] == expected.split()


def test_the_deputy_sees_it(cast):
    cast.qingchuan.amend(by=cast.lena, visibility="few", deputy=cast.ida)
    assert sees(cast.ida, cast.qingchuan)


def test_a_watcher_sees_it(cast):
    Watch.objects.create(record_type="clients.client", record_id=cast.qingchuan.pk, user=cast.ida)
    assert sees(cast.ida, cast.qingchuan)


def test_who_has_left_sees_nothing(cast):
    cast.lena.is_active = False
    assert not sees(cast.lena, cast.qingchuan)


def test_a_contact_is_seen_by_those_who_see_any_of_its_clients(cast):
    from zhike.clients.models import Contact

    assert not Contact.objects.visible_to(cast.ida).filter(pk=cast.clara.pk).exists()
    cast.clara.join(by=cast.lena, client=cast.tramlight, title="Adviser")
    assert Contact.objects.visible_to(cast.ida).filter(pk=cast.clara.pk).exists()
    cast.clara.leave(by=cast.lena, client_id=cast.tramlight.pk)
    assert not Contact.objects.visible_to(cast.ida).filter(pk=cast.clara.pk).exists()
