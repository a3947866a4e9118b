"""Runs every check that needs no browser and says which failed.

--fix mends style first; --fix-messages adds missing texts to the translation files. Names of checks run only those.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PYTHON = [sys.executable, "-W", "ignore::RuntimeWarning", "-m"]
AT_ONCE = 2
CHECKS = {
    "types": [*PYTHON, "mypy"],  # first, since it takes as long as all others
    "style": [str(BIN / "ruff"), "check", "--quiet"],
    "format": [str(BIN / "ruff"), "format", "--check", "--quiet"],
    "sizes": [*PYTHON, "tools.sizes"],
    "words": [*PYTHON, "tools.words"],
    "layers": [str(BIN / "lint-imports"), "--no-cache", "--no-logo"],
    "migrations": [*PYTHON, "tools.migrations"],
    "translations": [*PYTHON, "tools.messages", "check"],
    "settings": [*PYTHON, "tools.settings_documented"],
}
MENDING = [[str(BIN / "ruff"), "check", "--fix", "--quiet"], [str(BIN / "ruff"), "format", "--quiet"]]
# A database that does not exist: checking must start none.
NOWHERE = {"DATABASE_URL": "postgresql://nowhere.invalid/zhike", "DJANGO_SETTINGS_MODULE": "zhike.config.settings"}


def main(words: list[str]) -> int:
    unknown = [word for word in words if word not in {*CHECKS, "--fix", "--fix-messages"}]
    if unknown:
        print(f"{__doc__}\nChecks: {' '.join(CHECKS)}\nNot understood: {' '.join(unknown)}", file=sys.stderr)
        return 2
    if "--fix" in words:
        for command in MENDING:
            _call(command)
    if "--fix-messages" in words:
        return _call([*PYTHON, "tools.messages", "update"])
    chosen = [word for word in words if word in CHECKS] or list(CHECKS)
    with ThreadPoolExecutor(AT_ONCE) as threads:
        failed = [name for name, good in zip(chosen, threads.map(_passes, chosen), strict=True) if not good]
    print(f"lint: {', '.join(failed)} failed" if failed else "lint: all is well")
    return int(bool(failed))


def _passes(name: str) -> bool:
    """Quiet when it passes, but for its name and time; else what the check said."""
    begun = time.monotonic()
    done = _run(CHECKS[name], out=subprocess.PIPE)
    good = done.returncode == 0
    line = f"{'ok' if good else 'FAIL':<4} {name:<13} {time.monotonic() - begun:5.1f}s\n"
    print(line if good else f"{line}{done.stdout}\n", end="", flush=True)
    return good


def _call(command: list[str]) -> int:
    return _run(command).returncode


def _run(command: list[str], out: int | None = None) -> "subprocess.CompletedProcess[str]":
    told = {**os.environ, **NOWHERE}
    return subprocess.run(command, cwd=ROOT, env=told, text=True, check=False, stdout=out, stderr=subprocess.STDOUT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
