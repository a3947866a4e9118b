"""The frame is shared only between those who would see the same."""

import re
from typing import Any

from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.ui import frame


def _page(person: Any, path: str = "/clients/") -> str:
    browser = Browser()
    browser.force_login(person)
    return browser.get(path).content.decode()


def test_it_shows_each_person_their_own_name(cast: Cast) -> None:
    for person, other in ((cast.lena, cast.omar), (cast.omar, cast.lena)):
        page = _page(person)
        assert f'<span class="cut">{person.name}</span>' in page
        assert f'<span class="cut">{other.name}</span>' not in page


def test_it_fills_its_holes_anew(cast: Cast) -> None:
    first, second = _page(cast.lena), _page(cast.lena, "/clients/?q=tea&sort=name")
    assert frame.TOKEN not in first + second and frame.HERE not in first + second
    assert 'value="/clients/?q=tea&amp;sort=name"' in second
    tokens = [set(re.findall(r'csrfmiddlewaretoken" value="(\w+)"', page)) for page in (first, second)]
    assert len(tokens[0]) == len(tokens[1]) == 1 and tokens[0] != tokens[1]


def test_it_marks_where_one_is(cast: Cast) -> None:
    assert re.search(r'href="/clients/"[^>]*aria-current="page"', _page(cast.lena))
    assert not re.search(r'href="/clients/"[^>]*aria-current="page"', _page(cast.lena, "/contacts/"))


def test_it_follows_the_language(cast: Cast) -> None:
    english = _page(cast.lena)
    cast.lena.__class__.objects.filter(pk=cast.lena.pk).update(language="zh-hans")
    assert "Sign out" in english and "Sign out" not in _page(cast.lena)
