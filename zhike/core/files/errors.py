"""Why a file is not taken in."""

from typing import Any

from zhike.core.lifecycle.errors import Refused


class FileRefused(Refused):
    """`name` is the file's, `str(error)` the sentence for the person."""

    def __init__(self, name: str, sentence: Any) -> None:
        super().__init__(sentence)
        self.name = name

    def __str__(self) -> str:
        return str(self.args[0])
