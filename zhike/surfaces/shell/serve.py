"""Serves the web pages, and with --with-worker also does the background work.

One process keeps watch: it starts a crashed one again and, at Ctrl-C or SIGTERM, stops all that it started.
"""

import argparse

EXAMPLE = "zhike serve --port 8000 --workers 2 --with-worker"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default %(default)s)")
    parser.add_argument("--workers", type=int, default=1, help="web processes (default %(default)s)")
    parser.add_argument("--with-worker", action="store_true", help="run the background worker too")
    parser.add_argument("--reload", action="store_true", help="start again when the code changes")


def run(options: argparse.Namespace) -> int:
    from django.conf import settings

    from zhike.surfaces.beginning.code import offered
    from zhike.surfaces.shell._children import web, worker
    from zhike.surfaces.shell._database import pending
    from zhike.surfaces.shell._front import Refused
    from zhike.surfaces.shell._port import refuse_if_taken
    from zhike.surfaces.shell._supervisor import supervise

    refuse_if_taken(options.host, options.port)
    if waiting := pending():
        raise Refused(f"{len(waiting)} migrations are pending. Run: zhike migrate")
    if code := offered():
        print(f"zhike: nobody is here yet. Begin at {settings.ADDRESS}/welcome/ with the code {code}", flush=True)
    children = {"web": web(options)}
    if options.with_worker:
        children["worker"] = worker()
    return supervise(children)
