"""Whom the writer of a comment may mean by the letters typed so far."""

from typing import Any

from django.apps import apps

from zhike.core.base.people import pinyin_readings
from zhike.core.record.seeing import those_who_see

OFFERED = 8


def suggested(typed: str, record: Any) -> list[Any]:
    """Up to eight colleagues who see the record and whose name, a part of it, its pinyin or initials begin so."""
    wanted = typed.strip().casefold()
    staff = apps.get_model("access.User").objects.at_work().order_by("name")
    fitting = [person for person in staff if any(key.startswith(wanted) for key in _keys(person.name))]
    return those_who_see(record, fitting[: 2 * OFFERED])[:OFFERED]


def _keys(name: str) -> set[str]:
    whole = name.casefold()
    spoken = {sound for part in whole.split() for reading in pinyin_readings(part) for sound in _sounds(reading)}
    return {whole, *whole.split(), *spoken}


def _sounds(reading: tuple[str, ...]) -> set[str]:
    return {"".join(reading), "".join(syllable[:1] for syllable in reading)}
