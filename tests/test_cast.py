"""Who of the cast sees whom: what every other test takes for granted."""

import json

from django.forms import model_to_dict

from tests.cast import PASSWORD, Cast, make_cast
from tests.kept import Kept, keep
from zhike.clients.models import Client, Contact
from zhike.core.timeline.models import Event, Undelivered


def test_the_team_and_those_above_see_the_client_and_others_do_not(cast: Cast) -> None:
    def sees(user: object) -> bool:
        return cast.qingchuan in Client.objects.visible_to(user)

    assert [sees(one) for one in (cast.lena, cast.omar, cast.mona, cast.ada, cast.rita)] == [True] * 5
    assert not sees(cast.ida)


def test_a_contact_is_seen_with_its_client(cast: Cast) -> None:
    assert list(Contact.objects.visible_to(cast.ida)) == [cast.emil]


def test_everyone_signs_in_with_the_same_password(cast: Cast) -> None:
    assert cast.omar.check_password(PASSWORD)


def test_put_in_again_it_is_what_its_verbs_make(db: None, kept_cast: Kept[Cast]) -> None:
    """In every table; ids and moments aside, since each has its own."""
    assert _told(keep(kept_cast.again)) == _told(keep(make_cast))
    cast = kept_cast.again()
    assert Undelivered.objects.count() == Event.objects.count() > 0
    for record in vars(cast).values():
        kept = type(record).objects.get(pk=record.pk)
        assert model_to_dict(record) == model_to_dict(kept) and record.created_at == kept.created_at


def _told(kept: Kept[Cast]) -> dict[str, list[dict[str, object]]]:
    """The rows of each table."""
    own = ("id", "_id", "at")
    return {
        table: [{name: said for name, said in row.items() if not name.endswith(own)} for row in rows]
        for table, rows in json.loads(kept.rows).items()
    }
