"""What the environment may say. Anything unreadable stops the program with a sentence that tells how to mend it."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Misconfigured(SystemExit):
    """A setting that cannot be meant. Ends the program with exit code 78 (EX_CONFIG)."""

    def __init__(self, sentence: str) -> None:
        super().__init__(78)
        self.sentence = sentence
        print(f"zhike: {sentence}", file=__import__("sys").stderr)


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool) -> bool:
    value = text(name, "on" if default else "off").lower()
    if value in {"on", "1", "true", "yes"}:
        return True
    if value in {"off", "0", "false", "no"}:
        return False
    raise Misconfigured(f"{name} is {value!r}; say on or off.")


def number(name: str, default: int, least: int = 0) -> int:
    value = text(name, str(default))
    if not value.isdigit() or int(value) < least:
        raise Misconfigured(f"{name} is {value!r}; give a whole number of at least {least}.")
    return int(value)


def names(name: str, default: str) -> list[str]:
    return [part for part in text(name, default).replace(",", " ").split() if part]


def data_dir() -> Path:
    """Where database, files and keys live: ZHIKE_DATA_DIR, else `.data` in the clone, else `~/.zhike`."""
    told = text("ZHIKE_DATA_DIR")
    in_clone = (ROOT / "pyproject.toml").exists()
    folder = Path(told) if told else (ROOT / ".data" if in_clone else Path.home() / ".zhike")
    folder = folder.expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def private_folder(name: str) -> Path:
    """A folder of the data folder for its owner alone; as root the data folder itself is open to PostgreSQL's user."""
    folder = data_dir() / name
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    return folder
