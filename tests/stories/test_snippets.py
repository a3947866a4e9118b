"""What is written again and again is put in by a key, in the language of whom it is for."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.clients.snippets.models import Snippet

pytestmark = pytest.mark.browser


def test_a_snippet_goes_in_where_one_writes(visit: Visit, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, language="zh")
    for name in ("Late", "Thanks"):
        Snippet.objects.add(
            by=cast.lena, name=name, text=f"{name}, {{contact}}", text_zh=f"{{contact}}，{name}。{{me}}"
        )
    page = visit(cast.lena, f"/clients/{cast.qingchuan.reference}/")
    page.locator(".pick-person", has_text="陈总").click()
    said = page.locator("#said")
    said.fill("你好。")
    said.press("Control+j")
    find = page.get_by_role("combobox", name="Find a snippet")
    expect(find).to_be_focused()
    find.press_sequentially("thank")
    find.press("Enter")
    expect(said).to_have_value("你好。陈总，Thanks。Lena 林娜")
    expect(said).to_be_focused()
    said.press("Control+j")
    expect(find).to_be_focused()
    find.press("Escape")
    expect(find).to_have_count(0)
