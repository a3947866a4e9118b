"""Where something was heard: a text that may name a record of ours, kept as that record where it does."""

from typing import Any

from zhike.core.resources.references import REFERENCE
from zhike.core.resources.registry import by_reference


def named_in(text: str, user: Any) -> Any:
    """The first record whose reference stands in the text, if this person sees it; else None."""
    found = REFERENCE.search(text)
    return by_reference(found[0], user) if found and user else None


def traced(values: dict[str, Any], user: Any) -> dict[str, Any]:
    """The values of a form, with the record that their `source_text` names; without that field as they are."""
    if "source_text" not in values:
        return values
    source = named_in(values["source_text"], user)
    kind, pk = (source._meta.label_lower, source.pk) if source is not None else ("", None)
    return values | {"source_type": kind, "source_id": pk}
