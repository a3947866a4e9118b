"""Runs the demo company. What it holds is in zhike/surfaces/exchange/demo: is_built, build, remove, people."""

import argparse
import shutil
import sys
import time
import urllib.request
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings

from zhike.config.database import is_embedded
from zhike.surfaces.shell import _postgres
from zhike.surfaces.shell._children import web, worker
from zhike.surfaces.shell._database import migrate
from zhike.surfaces.shell._front import Refused
from zhike.surfaces.shell._port import refuse_if_taken
from zhike.surfaces.shell._restore import EMPTY
from zhike.surfaces.shell._supervisor import supervise

STARTED = time.monotonic()
PATIENCE = 60.0  # seconds the web process has to answer


def run_all(options: argparse.Namespace) -> int:
    """Until Ctrl-C or SIGTERM."""
    refuse_if_taken(options.host, options.port)
    if options.fresh:
        _start_over()
    migrate(loud=True)
    build()
    address = f"http://{options.host}:{options.port}"
    return supervise({"web": web(options), "worker": worker()}, ready=lambda: _announce(address))


def build() -> None:
    """Builds the company through the public verbs, unless it is there."""
    company = _company()
    if not company.is_built():
        _say("Building the demo company …")
        company.build(_say)


def remove() -> None:
    _company().remove(_say)


def introduce() -> None:
    """Prints name, e-mail and password of each demo person, the administrator first."""
    for name, email, password in _company().people():
        print(f"  {email:<32} {password:<24} {name}", flush=True)


def _start_over() -> None:
    if not is_embedded():
        raise Refused("--fresh empties only the embedded database. DATABASE_URL is set: empty that one yourself.")
    _say("Starting over …")
    with _postgres.connect() as connection:
        connection.execute(EMPTY)
    shutil.rmtree(Path(settings.MEDIA_ROOT), ignore_errors=True)


def _announce(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while not _answers(address) and time.monotonic() < until:
        time.sleep(0.1)
    _say(f"Zhike is ready: {address}")
    introduce()
    print("Ctrl-C stops everything.", flush=True)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _company() -> Any:
    try:
        return import_module("zhike.surfaces.exchange.demo")
    except ModuleNotFoundError as error:
        raise Refused(f"The demo company is not installed: {error}.") from error


def _say(sentence: str) -> None:
    print(f"{time.monotonic() - STARTED:5.0f}s  {sentence}", file=sys.stderr, flush=True)
