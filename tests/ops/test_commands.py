"""The zhike command: help, examples, exit codes."""

import argparse
import os

import pytest

from zhike.surfaces.shell import main
from zhike.surfaces.shell._front import commands, say_where


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


@pytest.mark.parametrize(("host", "told", "address"), [
    ("127.0.0.1", {}, "http://127.0.0.1:8767"),
    ("0.0.0.0", {}, "http://localhost:8767"),
    ("::1", {}, "http://[::1]:8767"),
    ("127.0.0.1", {"ZHIKE_URL": "https://zhike.example"}, "https://zhike.example"),
    ("127.0.0.1", {"ZHIKE_HTTPS": "on"}, ""),
])  # fmt: skip
def test_links_lead_to_where_it_serves(monkeypatch: pytest.MonkeyPatch, host: str, told: dict, address: str) -> None:
    for name in ("ZHIKE_URL", "ZHIKE_HTTPS"):
        monkeypatch.setenv(name, told.get(name, "off" if name == "ZHIKE_HTTPS" else ""))
    say_where(argparse.Namespace(host=host, port=8767))
    assert os.environ["ZHIKE_URL"] == address


def test_a_command_that_serves_nothing_says_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHIKE_URL", "")
    say_where(argparse.Namespace())
    assert os.environ["ZHIKE_URL"] == ""
