"""The zhike command: help, examples, exit codes."""

import pytest

from zhike.surfaces.shell import main
from zhike.surfaces.shell._front import commands


@pytest.mark.parametrize("name", sorted(commands()))
def test_it_explains_each_command_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0
    assert f"example:\n  zhike {name}" in said


def test_it_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0
    assert all(name in said for name in commands())


def test_it_does_not_understand_an_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fly"]) == 2
    assert "no command 'fly'" in capsys.readouterr().err


def test_it_does_not_understand_an_unknown_option() -> None:
    with pytest.raises(SystemExit) as left:
        main(["migrate", "--sideways"])
    assert left.value.code == 2
