"""The word checker finds names the house does not use, and promises in comments."""

from pathlib import Path

from tools.words import unwanted


def test_it_finds_unwanted_names_and_promises(tmp_path: Path) -> None:
    (tmp_path / "zhike").mkdir()
    later = "TODO"
    (tmp_path / "zhike/utils.py").write_text(f"a = 1  # {later} later\n")
    (tmp_path / "zhike/knot.py").write_text('TODO = "todos.todo"\n')
    found = list(unwanted(tmp_path))
    assert len(found) == 2
    assert found[0].startswith("zhike/utils.py: name the file after what it does")
    assert found[1].startswith("zhike/utils.py:1: ")
