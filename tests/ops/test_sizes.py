"""The size checker finds what is too long to read in one sitting."""

from pathlib import Path

from tools.sizes import oversized


def _write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)


def test_it_finds_a_long_file_and_a_long_function(tmp_path: Path) -> None:
    _write(tmp_path, "zhike/long.py", "a = 1\n" * 301)
    _write(tmp_path, "zhike/deep.py", "def dig():\n" + "    a = 1\n" * 50)
    _write(tmp_path, "zhike/templates/page.html", "<p>\n" * 81)
    _write(tmp_path, "zhike/static/knot.js", "knot()\n" * 81)
    _write(tmp_path, "bin/run", "true\n" * 41)
    assert sorted(oversized(tmp_path)) == [
        "bin/run: 41 lines, at most 40",
        "zhike/deep.py:1: dig has 51 lines, at most 50",
        "zhike/long.py: 301 lines, at most 300",
        "zhike/static/knot.js: 81 lines, at most 80",
        "zhike/templates/page.html: 81 lines, at most 80",
    ]


def test_it_lets_tests_migrations_and_short_files_be(tmp_path: Path) -> None:
    _write(tmp_path, "zhike/area/tests/test_long.py", "a = 1\n" * 400)
    _write(tmp_path, "zhike/area/migrations/0001_first.py", "a = 1\n" * 400)
    _write(tmp_path, "zhike/area/models.py", "def tie():\n" + "    a = 1\n" * 49)
    assert list(oversized(tmp_path)) == []
