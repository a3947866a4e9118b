"""JSON from outside: its texts are such as UTF-8, and so the database and every answer, can hold."""

import json
from typing import Any


def loads(text: str | bytes, **more: Any) -> Any:
    """As `json.loads`. Raises ValueError also for half a character, such as `"\\ud83d"` without its other half."""
    said = json.loads(text, **more)
    escape = b"\\u" if isinstance(text, bytes) else "\\u"
    if not text.isascii() or escape in text:  # type: ignore[operator]
        try:
            json.dumps(said, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise ValueError("half a character in a text") from None
    return said
