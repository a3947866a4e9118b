"""A record found, as the reader sees it now: its name, why it was found, where it opens."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString

from zhike.core.search.highlight import highlight, spans
from zhike.core.search.reading import own_words, said
from zhike.core.search.sources import Source
from zhike.core.ui.cells import icon

EXCERPT = 160


@dataclass(frozen=True)
class Hit:
    record: Any
    source: Source
    typed: str = ""
    client: Any = None

    @cached_property
    def mark(self) -> str:
        """A seal, a face or an icon."""
        made = self.source.text.mark
        return made(self.record) if made else icon(self.source.icon)

    @cached_property
    def title(self) -> SafeString:
        return highlight(self.name, self.typed, width=EXCERPT, name=True)

    @cached_property
    def name(self) -> str:
        return str(self.record)

    @cached_property
    def other_name(self) -> SafeString:
        """A further name of it in which the words were found."""
        others = (one for one in said(self.record, self.source.text.names) if one != self.name)
        return next((shown for one in others if (shown := self._marked(one, name=True))), SafeString())

    @cached_property
    def subtitle(self) -> str:
        """Whose it is and what it is, in the reader's language."""
        told = (self.client_name, str(self.source.text.subtitle(self.record) or ""))
        return " · ".join(part for part in told if part)

    @cached_property
    def client_name(self) -> str:
        return str(self.client) if self.client and self.client != self.record else ""

    @cached_property
    def excerpt(self) -> SafeString:
        """The place where it was found, unless its name says enough."""
        return next((shown for one in self._texts() if (shown := self._marked(one))), SafeString())

    @cached_property
    def url(self) -> str:
        return self.source.open(self.record)

    @property
    def archived(self) -> bool:
        return self.record.archived_at is not None

    @property
    def reference(self) -> str:
        return str(self.record.reference)

    def _texts(self) -> Iterator[str]:
        text = self.source.text
        yield from (*said(self.record, text.details), *said(self.record, text.phones), *own_words(self.record))
        yield from (one for one in said(self.record, text.body) if one != self.name)

    def _marked(self, text: str, *, name: bool = False) -> SafeString:
        if not self.typed or not spans(text, self.typed, name=name):
            return SafeString()
        return highlight(text, self.typed, width=EXCERPT, name=name)
