"""How many rows a list says it has."""

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.core.pages.counting import count_of


def test_it_counts_those_there_are_and_none(cast: Cast) -> None:
    assert str(count_of(Client.objects.all())) == "2"
    assert str(count_of(Client.objects.none())) == "0"


def test_a_list_in_which_nothing_is_found_says_so(client: object, cast: Cast) -> None:
    client.force_login(cast.lena)
    assert "Nothing fits these filters." in client.get("/clients/?q=zzzz").content.decode()
