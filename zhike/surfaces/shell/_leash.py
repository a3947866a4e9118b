"""Runs a module as `python -m` does, and ends it when the supervisor is gone, killed with -9 even.

python -m zhike.surfaces.shell._leash granian --port 8000
"""

import os
import runpy
import signal
import sys
import threading
import time

SUPERVISOR = "ZHIKE_SUPERVISOR"  # number of the process to live with
PATIENCE = 2.0  # seconds from asking to killing


def main() -> None:
    threading.Thread(target=_watch, args=(int(os.environ[SUPERVISOR]),), daemon=True).start()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


def _watch(supervisor: int) -> None:
    while os.getppid() == supervisor:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
