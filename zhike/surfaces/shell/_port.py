"""The port to serve on."""

import errno
import socket
import time

from zhike.surfaces.shell._front import Refused

PATIENCE = 4.0  # seconds; what a killed supervisor has left behind needs some to go


def refuse_if_taken(host: str, port: int) -> None:
    """Raises Refused when something goes on listening there, or the address is not this machine's."""
    until = time.monotonic() + PATIENCE
    while trouble := _trouble(host, port):
        if trouble.errno != errno.EADDRINUSE or time.monotonic() > until:
            raise Refused(f"{host}:{port} cannot be served on: {trouble.strerror}. Choose another port.") from trouble
        time.sleep(0.2)


def _trouble(host: str, port: int) -> OSError | None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            return error
    return None
