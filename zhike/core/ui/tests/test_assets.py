"""One stylesheet and one script, small, and served under their content's hash."""

import gzip
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.staticfiles import finders

from zhike.core.ui import squeezing
from zhike.core.ui.assets import asset_folder, asset_url, assets
from zhike.core.ui.modules import joined

SCRIPTS = [path for config in apps.get_app_configs() for path in Path(config.path).glob("static/zhike/js/*.js")]


def test_it_serves_each_asset_under_its_hash() -> None:
    assert re.fullmatch(r"/static/zhike/zhike\.[0-9a-f]{12}\.css", asset_url("zhike.css"))
    for path in assets().values():
        assert finders.find(path)
        assert finders.find(f"{path}.gz")


def test_it_knows_no_other_file() -> None:
    assert finders.find("zhike/../keys/secret") is None
    with pytest.raises(KeyError):
        asset_url("secret")


def test_it_puts_the_order_of_layers_first() -> None:
    css = (asset_folder() / assets()["zhike.css"].removeprefix("zhike/")).read_text()
    assert "@layer reset, tokens, base, components, areas, utilities;" in css[:200]


def test_it_stays_under_its_share_of_a_page() -> None:
    files = [asset_folder() / path.removeprefix("zhike/") for path in assets().values()]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 60_000


def test_comments_and_indents_stay_at_home() -> None:
    assert squeezing.sheet("/* of\n two */\n.a {\n  color: red; /* why */\n\n}\n") == ".a {\ncolor: red;\n}\n"
    assert squeezing.script("  // why\n  f(`a  //b`); // kept\n\n") == "f(`a  //b`); // kept\n"
    with pytest.raises(ValueError, match="backticks"):
        squeezing.script("f(`a\n  b`)")


def test_it_joins_modules_each_in_a_block_of_its_own() -> None:
    script = joined(SCRIPTS)
    assert script.count("\n{\n") == len(SCRIPTS) - 1
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)


def test_it_refuses_a_module_that_imports_from_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "odd.js"
    path.write_text('import x from "./other.js";\n')
    with pytest.raises(ValueError, match=r"odd\.js"):
        joined([path])


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_it_keeps_one_behaviour_a_file(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 80
    assert not re.search(r"\beval\(|new Function|setAttribute\(.style", text)


def test_it_draws_every_icon_that_a_template_names() -> None:
    sprite = (Path(__file__).resolve().parents[1] / "static/zhike/icons.svg").read_text()
    drawn = set(re.findall(r'symbol id="([\w-]+)"', sprite))
    roots = [Path(config.path) for config in apps.get_app_configs() if config.name.startswith("zhike.")]
    named = {
        (icon, path.name)
        for root in roots
        for path in root.rglob("*.html")
        for icon in re.findall(r'{% icon "([\w-]+)"', path.read_text())
    }
    assert {(icon, page) for icon, page in named if icon not in drawn} == set()
