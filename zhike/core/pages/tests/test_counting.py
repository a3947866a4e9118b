"""How many rows a list says it has."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.core.pages.counting import count_of


def test_it_counts_those_there_are_and_none(cast: Cast) -> None:
    assert str(count_of(Client.objects.all())) == "2"
    assert str(count_of(Client.objects.none())) == "0"


def test_a_list_in_which_nothing_is_found_says_so(client: object, cast: Cast) -> None:
    client.force_login(cast.lena)
    assert "Nothing fits these filters." in client.get("/clients/?q=zzzz").content.decode()


def test_a_list_that_is_shown_whole_is_not_counted(client: object, cast: Cast) -> None:
    client.force_login(cast.ada)
    with CaptureQueriesContext(connection) as asked:
        assert 'topbar-note">2<' in client.get("/clients/").content.decode()
    assert not [one for one in asked if one["sql"].startswith("SELECT COUNT(*) FROM (")]
