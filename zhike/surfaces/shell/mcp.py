"""Speaks the Model Context Protocol on standard input and output: for an assistant on this machine.

The token stands in ZHIKE_TOKEN, never on the command line, where others could read it.
"""

import argparse
import os

from zhike.surfaces.shell._front import Refused

EXAMPLE = "zhike mcp  # with ZHIKE_TOKEN=zk_… in the environment"


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace) -> int:
    import asyncio

    from zhike.surfaces.mcp.doors import talk

    token = os.environ.get("ZHIKE_TOKEN", "").strip()
    if not token:
        raise Refused("Set ZHIKE_TOKEN to a token; zhike token create makes one.")
    asyncio.run(talk(token))
    return 0
