"""An event in words: who did what to which record, and what changed."""

from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from zhike.core.base.listing import listed
from zhike.core.timeline.models import Event


class _Facts(dict[str, Any]):
    """Facts by name; one that an old event lacks is empty."""

    def __missing__(self, _name: str) -> str:
        return ""


def say(event: Event, reader: Any, record: Any = None) -> SafeString:
    """The sentence with links, escaped. `record` saves the query for its name; the reader knows everyone's name."""
    actor = reader.people.get(event.actor_id) or gettext("Someone")
    if event.on_behalf_of_id:
        actor = gettext("%(actor)s (for %(person)s)") % {
            "actor": actor,
            "person": reader.people.get(event.on_behalf_of_id, ""),
        }
    words = event.declared.words
    facts = {name: escape(words.get(name, plain)(value)) for name, value in event.facts.items() if name != "changed"}
    told = _Facts(facts, actor=format_html("<strong>{}</strong>", actor), record=_named(event, reader, record))
    said = mark_safe(str(event.declared.sentence).format_map(told))
    if undone := event.fact("undoes"):
        said = format_html(escape(gettext("{said}, undoing the import of {file}")), said=said, file=undone)
    return said if event.on_behalf_of_id is None else _for_another(said, reader.people.get(event.on_behalf_of_id))


def _for_another(said: SafeString, person: str | None) -> SafeString:
    words = gettext("{said}, on behalf of {person}")
    return format_html(escape(words), said=said, person=person or gettext("Someone"))


def _named(event: Event, reader: Any, record: Any) -> SafeString:
    if record is not None:
        return reader.link(record)
    return escape(event.fact("name") or event.record_type)


def plain(value: Any) -> str:
    """A stored fact as text: links by their text, lists joined, nothing as a dash."""
    if value in (None, "", [], {}):
        return "–"
    if isinstance(value, dict):
        return str(value.get("text") or " ".join(str(part) for part in value.values()))
    if isinstance(value, list):
        return listed(plain(one) for one in value)
    return str(value)
