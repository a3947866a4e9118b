"""Documents made in a process of its own, for whoever writes tens of thousands.

`python -m zhike.core.search.second_reader` says that it is ready, then reads lists of parts from its standard input and
answers with documents, both as marshal writes them. It ends with its input, and so with whoever started it.
"""

import marshal
import os
import subprocess
import sys
from select import select
from typing import Any, Self

from zhike.core.search.documents import Parts, made_of
from zhike.core.search.tokens import Document

MANY = 20_000  # records for which it is worth starting
READY = b"."


class SecondReader:
    """`ask` it for many documents, do something else, and fetch them by `answer`. Never ready where it does not pay."""

    def __init__(self, records: int) -> None:
        self._process = _started() if records >= MANY and (os.cpu_count() or 1) > 1 else None
        self._reads = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()

    @property
    def is_ready(self) -> bool:
        """Whether it has started; until then one reads oneself."""
        told = self._process.stdout if self._process else None
        if told and not self._reads and select([told], [], [], 0)[0]:
            self._reads = told.read(1) == READY
        return bool(told) and self._reads

    def ask(self, documents: list[Parts]) -> bool:
        """Whether it took them."""
        asked: Any = documents
        try:
            if self._process and self._process.stdin:
                self._process.stdin.write(marshal.dumps(asked))
                self._process.stdin.flush()
                return True
        except (OSError, ValueError):  # it is gone, or a text is more than a text
            self._process = None
        return False

    def answer(self) -> list[Document]:
        """The documents of the last question, in its order; none when the process is gone."""
        try:
            if self._process and self._process.stdout:
                return [Document(*one) for one in marshal.load(self._process.stdout)]
        except (OSError, EOFError):
            self._process = None
        return []


def _started() -> subprocess.Popen[bytes]:
    paths = os.pathsep.join(filter(None, sys.path))
    command = [sys.executable, "-m", __name__]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": paths}
    )


def _serve() -> None:
    told = sys.stdout.buffer
    told.write(READY)
    told.flush()
    while True:
        documents = marshal.load(sys.stdin.buffer)
        told.write(marshal.dumps([tuple(made_of(parts)) for parts in documents]))
        told.flush()


if __name__ == "__main__":
    try:
        _serve()
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        os._exit(0)  # who started it has gone, and what was written to them with it
