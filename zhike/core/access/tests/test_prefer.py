"""What a person chooses for themselves."""

import pytest

from tests.cast import Cast
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Forbidden


def test_it_is_kept_and_told(cast: Cast) -> None:
    told = cast.rita.prefer(by=cast.rita, language="zh-hans", time_zone="Europe/Berlin", theme="dark", name="Rita C.")
    rita = User.objects.get(pk=cast.rita.pk)
    assert (rita.language, rita.time_zone, rita.theme, rita.name) == ("zh-hans", "Europe/Berlin", "dark", "Rita C.")
    assert told.facts["changed"]["name"] == ["Rita", "Rita C."]


def test_it_refuses_anyone_else(cast: Cast) -> None:
    for person in (cast.lena, cast.ada):
        with pytest.raises(Forbidden):
            cast.rita.prefer(by=person, theme="dark")


def test_it_refuses_what_is_not_ones_own_to_choose(cast: Cast) -> None:
    with pytest.raises(TypeError):
        cast.rita.prefer(by=cast.rita, role="admin")
