"""The demo company: build it, remove it, or run it all (what bin/demo does)."""

import argparse

EXAMPLE = "zhike demo run --port 8000"


def arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="run|build|remove|people")
    run_all = verbs.add_parser("run", help="migrate, build the company once, serve with a worker")
    run_all.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    run_all.add_argument("--port", type=int, default=8000, help="port to listen on (default %(default)s)")
    run_all.add_argument("--workers", type=int, default=1, help="web processes (default %(default)s)")
    run_all.add_argument("--fresh", action="store_true", help="start over: everything in the embedded database goes")
    run_all.set_defaults(reload=False)
    verbs.add_parser("build", help="build the company, unless it is there")
    verbs.add_parser("remove", help="take the demo data out again")
    verbs.add_parser("people", help="who can sign in, and with which password")


def run(options: argparse.Namespace) -> int:
    from zhike.surfaces.shell import _demo

    verbs = {"build": _demo.build, "remove": _demo.remove, "people": _demo.introduce}
    if options.verb == "run":
        return _demo.run_all(options)
    verbs[options.verb]()
    return 0
