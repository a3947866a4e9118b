"""One's own preferences."""

from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.access.models import User

CHOSEN = {"name": "Lena 林娜", "language": "zh-hans", "time_zone": "Asia/Tokyo", "theme": "dark"}


def test_the_next_page_follows_them(cast: Cast, client: Browser) -> None:
    client.force_login(cast.lena)
    client.post("/preferences/", CHOSEN)
    page = client.get("/preferences/").content.decode()
    assert '<html lang="zh-CN" data-theme="dark">' in page
    assert '<option value="Asia/Tokyo" selected>' in page


def test_the_language_is_remembered_for_the_sign_in_page(cast: Cast, client: Browser) -> None:
    client.force_login(cast.lena)
    client.post("/preferences/", CHOSEN)
    client.post("/account/logout/")
    assert 'lang="zh-CN"' in client.get("/account/login/").content.decode()


def test_readers_have_preferences_too(cast: Cast, client: Browser) -> None:
    client.force_login(cast.rita)
    assert client.post("/preferences/", CHOSEN | {"name": "Rita"}).status_code == 302
    assert User.objects.get(pk=cast.rita.pk).theme == "dark"


def test_what_is_not_ones_own_to_choose_is_left_alone(cast: Cast, client: Browser) -> None:
    client.force_login(cast.lena)
    client.post("/preferences/", CHOSEN | {"role": "admin", "is_active": "false"})
    lena = User.objects.get(pk=cast.lena.pk)
    assert (lena.role, lena.is_active) == ("member", True)


def test_a_name_is_needed(cast: Cast, client: Browser) -> None:
    client.force_login(cast.lena)
    answer = client.post("/preferences/", CHOSEN | {"name": ""})
    assert 'class="error"' in answer.content.decode()
    assert User.objects.get(pk=cast.lena.pk).name == "Lena 林娜"


def test_strangers_sign_in_first(client: Browser, db: None) -> None:
    assert client.get("/preferences/").status_code == 302
