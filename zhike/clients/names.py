"""Names made comparable in the database: width, case, blanks and light punctuation do not count.

"Ａcme Corp." and "ACME  corp" have one key; "C++ Ltd" and "C Ltd" have two. The key is an indexed expression, so that
whatever writes a row keeps it.
"""

from collections.abc import Collection
from typing import Any

from django.db import connection
from django.db.models import CharField, Func

_LIGHT = r"[\s.,''\"‘’“”()·•\-\u00a0\u2000-\u206f\u3000-\u3002]+"


class NameKey(Func):
    """`lower(regexp_replace(normalize(name, NFKC), light signs, '', 'g'))`."""

    template = f"lower(regexp_replace(normalize(%(expressions)s, NFKC), '{_LIGHT}', '', 'g'))"
    output_field = CharField()


def name_keys(names: Collection[str]) -> dict[str, str]:
    """The key of each name, in one query."""
    if not names:
        return {}
    key = NameKey.template % {"expressions": "name"}
    with connection.cursor() as cursor:
        cursor.execute(f"select name, {key} from unnest(%s::text[]) name", [list(names)])
        return dict(cursor.fetchall())


def by_name(records: Any, said: set[str]) -> list[tuple[str, Any]]:
    """(text, record) for each record of the queryset whose name has the key of one of the texts."""
    keys = name_keys(said)
    texts: dict[str, list[str]] = {}
    for text, key in keys.items():
        texts.setdefault(key, []).append(text)
    found = with_name_key(records).filter(name_key__in=[key for key in texts if key])
    return [(text, record) for record in found for text in texts[record.name_key]]


def with_name_key(records: Any) -> Any:
    return records.annotate(name_key=NameKey("name"))
