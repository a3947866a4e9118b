"""Who of the cast sees whom: what every other test takes for granted."""

from tests.cast import PASSWORD, Cast
from zhike.clients.models import Client, Contact


def test_the_team_and_those_above_see_the_client_and_others_do_not(cast: Cast) -> None:
    def sees(user: object) -> bool:
        return cast.qingchuan in Client.objects.visible_to(user)

    assert [sees(one) for one in (cast.lena, cast.omar, cast.mona, cast.ada, cast.rita)] == [True] * 5
    assert not sees(cast.ida)


def test_a_contact_is_seen_with_its_client(cast: Cast) -> None:
    assert list(Contact.objects.visible_to(cast.ida)) == [cast.emil]


def test_everyone_signs_in_with_the_same_password(cast: Cast) -> None:
    assert cast.omar.check_password(PASSWORD)
