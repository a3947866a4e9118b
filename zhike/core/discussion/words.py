"""What the writer of a comment is told about whom it did not reach."""

from typing import Any

from django.utils.translation import gettext

from zhike.core.discussion.mentions import Mentions


def said_of(mentions: Mentions, record: Any) -> list[str]:
    """A sentence for each name that reached nobody."""
    blind = gettext("%(person)s does not see “%(record)s” and was not told. Let them watch it first.")
    unclear = gettext("“@%(name)s” fits several people, so nobody was told. Write the whole name.")
    return [blind % {"person": person, "record": record} for person in mentions.blind] + [
        unclear % {"name": name} for name in mentions.unclear
    ]
