"""A charter in words, and what it leaves open."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language, gettext, pgettext

from zhike.agreements.twins.keeping import said_from
from zhike.agreements.twins.said import Said
from zhike.core.base.listing import listed
from zhike.core.base.money import shown
from zhike.core.ui.dates import dated_words

LISTED = 12


def words_of(charter: Any) -> str:
    """One thing a line, in the language of the moment: what the client reads and confirms."""
    kept = charter.content
    lines = [gettext("What we agree about “%(project)s”") % {"project": told(kept, kept["name"])}]
    lines += [words % {"what": what} for words, what in _facts(kept) if what]
    for words, part in ((pgettext("project", "Goals"), "goals"), (gettext("Milestones"), "milestones"),
                        (gettext("Deliverables"), "deliverables")):  # fmt: skip
        if kept[part]:
            lines += [words, *(f"– {_line(kept, one)}" for one in kept[part][:LISTED])]
    people = [str(charter.project.lead), *(one.called for one in charter.people.order_by("pk"))]
    lines.append(gettext("Taking part: %(who)s") % {"who": listed(people)})
    return "\n".join(lines)


def parts_of(kept: dict[str, Any]) -> list[Said]:
    """All texts that it is made of."""
    texts = [kept["name"], kept["why"], *kept["scope"], *kept["excluded"], *kept["constraints"]]
    for part in ("goals", "milestones", "deliverables"):
        for one in kept[part][:LISTED]:
            texts += [one["title"], one.get("measure", "") if one.get("target") else ""]
    return [said_from(kept.get("wordings", {}), text) for text in texts if text]


def told(kept: dict[str, Any], text: str) -> str:
    """As whoever reads it in the language of the moment does."""
    return said_from(kept.get("wordings", {}), text).first


def left_open(charter: Any) -> list[str]:
    """What the client will be asked to confirm unsaid."""
    kept = charter.content
    said = (
        (kept["why"], gettext("what it is for")), (kept["scope"], gettext("what is in it")),
        (kept["excluded"], gettext("what is not in it")), (kept["constraints"], gettext("what bounds it")),
        (kept["goals"], gettext("its goals")), (kept["ends_on"], gettext("until when")),
        (charter.pk is None or charter.people.exists(), gettext("who of theirs takes part")),
    )  # fmt: skip
    return [words for is_said, words in said if not is_said]


def _facts(kept: dict[str, Any]) -> Iterator[tuple[str, str]]:
    together = gettext("; ")
    yield gettext("What it is for: %(what)s"), told(kept, kept["why"])
    yield gettext("In it: %(what)s"), together.join(told(kept, one) for one in kept["scope"])
    yield gettext("Not in it: %(what)s"), together.join(told(kept, one) for one in kept["excluded"])
    yield gettext("What bounds it: %(what)s"), together.join(told(kept, one) for one in kept["constraints"])
    yield gettext("Begins on %(what)s."), _day(kept["starts_on"])
    yield gettext("Done by %(what)s."), _day(kept["ends_on"])
    if kept["budget"]:
        budget = shown(Decimal(kept["budget"]), kept["currency"], get_language() or "en")
        yield gettext("Budget: %(what)s"), budget


def _line(kept: dict[str, Any], one: dict[str, Any]) -> str:
    """A goal with its measure, anything else with its day."""
    said = [told(kept, one["title"])]
    if one.get("measure") and one.get("target"):
        said.append(f"{told(kept, one['measure'])}: {one['baseline']} → {one['target']}")
    if one["due_on"]:
        said.append(_day(one["due_on"]))
    return " · ".join(said)


def _day(said: str | None) -> str:
    return dated_words(date.fromisoformat(said)) if said else ""
