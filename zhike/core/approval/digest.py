"""What was asked about, as one number: when it differs, the answer no longer holds."""

import json
from hashlib import sha256
from typing import Any

from zhike.core.approval.registry import Question
from zhike.core.record.amending import told


def digest(question: Question, record: Any, proposed: dict[str, Any]) -> str:
    """SHA-256 over the proposed values and the watched fields; over the version where the question watches none."""
    watched = {name: _bare(told(record.read(name))) for name in question.watches} or {"version": record.version}
    said = {"question": question.name, "proposed": proposed, "watched": watched}
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _bare(value: Any) -> Any:
    """A link counts by its number: another name for the same thing changes nothing."""
    return value["id"] if isinstance(value, dict) and "id" in value else value
