"""The command lines of the processes which `zhike serve` watches."""

import argparse
import sys

LEASH = (sys.executable, "-m", "zhike.surfaces.shell._leash")


def web(options: argparse.Namespace) -> list[str]:
    """Granian over ASGI, with the host, port, workers and reload of `zhike serve`."""
    command = [*LEASH, "granian", "--interface", "asginl", "zhike.config.asgi:application"]
    command += ["--host", options.host, "--port", str(options.port), "--workers", str(options.workers)]
    command += ["--respawn-failed-workers", "--workers-kill-timeout", "5s", "--log-level", "warning", "--no-ws"]
    if options.reload:
        command += ["--reload", "--reload-paths", "zhike"]
    return command


def worker() -> list[str]:
    return [*LEASH, "zhike", "worker"]
