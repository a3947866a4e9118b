"""Which column becomes which field, and why: by its word, by other programs' export headers, by its values."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.core.search.folding import fold
from zhike.surfaces.exchange import looks
from zhike.surfaces.exchange.exports import EXPORTS
from zhike.surfaces.exchange.headers import SAME
from zhike.surfaces.exchange.targets import NAME_PARTS, Target
from zhike.surfaces.exchange.traditional import SIMPLER

SAME_WORD, EXPORT_HEADER, CHOSEN, SAVED = "word", "export", "chosen", "saved"
WHY: dict[str, str | Promise] = {
    SAME_WORD: _("same word"),
    EXPORT_HEADER: _("usual export header"),
    CHOSEN: _("chosen by you"),
    SAVED: _("as saved"),
    "emails": _("values look like e-mails"),
    "phones": _("values look like phones"),
    "tax_number": _("check digits fit"),
    "": _("not imported"),
}
_REFERENCE = re.compile(r"\s*[A-Za-z]{2}-\d+\s*")
_IGNORED = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Match:
    """One column: the field it becomes (empty: none), why, and its first values."""

    column: str
    field: str
    why: str
    sample: tuple[str, ...] = ()

    @property
    def reason(self) -> str | Promise:
        return WHY[self.why]


def match(resource: str, columns: Mapping[str, Sequence[str]], targets: Mapping[str, Target], home: str) -> list[Match]:
    """Match each column, given its first values. A field is taken once, unless several columns may become it.

    Our own words come first: beside a column “What was said”, one called “Summary” is no text.
    """
    words, taken, found = words_of(resource, targets), set[str](), dict[str, tuple[str, str]]()
    own = dict(_own_words(targets.values()))
    for why, known in ((SAME_WORD, own), (SAME_WORD, words[SAME_WORD]), (EXPORT_HEADER, words[EXPORT_HEADER])):
        for column in columns:
            field = _meant(known.get(key(column), ""), columns[column])
            if column not in found and field in targets and _free(field, targets, taken):
                found[column] = field, why
                taken.add(field)
    for column, values in columns.items():
        if column not in found and (field := _by_values(values, targets, taken, home)):
            found[column] = field, field
            taken.add(field)
    return [Match(column, *found.get(column, ("", "")), tuple(values[:3])) for column, values in columns.items()]


def field_called(said: str, resource: str, targets: Mapping[str, Target]) -> str:
    """The field that a person means by its name or any of its words; empty when none."""
    words = words_of(resource, targets)
    return said if said in targets else words[SAME_WORD].get(key(said)) or words[EXPORT_HEADER].get(key(said)) or ""


def key(header: str) -> str:
    """A header without blanks, punctuation and case, in simplified characters."""
    return _IGNORED.sub("", fold(header)).translate(SIMPLER)


def words_of(resource: str, targets: Mapping[str, Target]) -> dict[str, dict[str, str]]:
    """The field for each folded header, by why."""
    same = dict(_own_words(targets.values()))
    return {SAME_WORD: _listed(resource) | same, EXPORT_HEADER: _exported(resource)}


def _own_words(targets: Iterable[Target]) -> Iterator[tuple[str, str]]:
    for target in targets:
        yield key(target.name), target.name
        for language in ("en", "zh-hans"):
            with translation.override(language):
                yield key(str(target.label)), target.name


@cache
def _listed(resource: str) -> dict[str, str]:
    said: dict[str, Any] = SAME.get(resource, {})
    return {key(word): field for field, words in said.items() for word in words.split("|")}


@cache
def _exported(resource: str) -> dict[str, str]:
    return {key(header): field for one in EXPORTS.values() for header, field in one.get(resource, {}).items()}


def _meant(field: str, values: Sequence[str]) -> str:
    """A column of numbers that are not our references holds another program's."""
    return "external_id" if field == "reference" and not any(_REFERENCE.fullmatch(one) for one in values) else field


def _free(field: str, targets: Mapping[str, Target], taken: set[str]) -> bool:
    if field in NAME_PARTS and "name" in taken:
        return False
    return targets[field].many or field not in taken


def _by_values(values: Sequence[str], targets: Mapping[str, Target], taken: set[str], home: str) -> str:
    """Only fields that no header claimed: a stray column of e-mails may be anyone's."""
    if "emails" in targets and "emails" not in taken and looks.are_emails(values):
        return "emails"
    if "tax_number" in targets and "tax_number" not in taken and looks.are_tax_numbers(values):
        return "tax_number"
    return "phones" if "phones" in targets and "phones" not in taken and looks.are_phones(values, home) else ""
