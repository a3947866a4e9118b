"""The port to serve on."""

import socket

from zhike.surfaces.shell._front import Refused


def refuse_if_taken(host: str, port: int) -> None:
    """Raises Refused when something listens there already, or the address is not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise Refused(f"{host}:{port} cannot be served on: {error.strerror}. Choose another --port.") from error
