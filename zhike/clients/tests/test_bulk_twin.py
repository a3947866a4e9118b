"""`clean_row` says of any row just what the form's `is_valid` says: the same values, or the same words."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.public_data import PUBLIC
from zhike.clients.forms import ClientForm, ContactForm
from zhike.core.access.models import User
from zhike.core.record.form import RecordForm

NAUGHTY = [
    "",
    " ",
    "\t",
    "\0",
    "NULL",
    "None",
    "0",
    "-1",
    "1e309",
    "NaN",
    "true",
    "<script>alert(1)</script>",
    "'; drop table x;--",
    "\u202eevil",
    "\u200b",
    "\ufeff",
    "Ω≈ç√∫",
    "田中さんにあげて下さい",
    "👩🏽‍🚒",
    "Z̮̞̠͙͔ͅḀ̗̞͈̻̗",
    "=1+1",
    "%s %(x)s {0}",
    "a" * 41,
    "a" * 201,
    "a@b.co, c@d.org",
    "a@b",
    "@",
    "x" * 250 + "@example.com",
    "x@" + "y" * 60 + "." + "z" * 250 + ".com",
    "13800138000",
    "1388000 12",
    "010-65521234 转 12",
    "+1 805-247-8982",
    "13800138000/13900139000",
    "１３８００１３８０００",
    "91330106MA2XK0Q17C",
    "91110000600007313D",
    "2822",
    "1,185",
    "1-9",
    "中国",
    "China",
    "US",
    "ZZ",
    "BetaPages.com",
    "http://",
    "javascript:alert(1)",
    "https://例え.jp",
    "ftp://x.example",
    "09:00-12:00 13:30-18:00",
    "25:00",
    "Asia/Shanghai",
    "Mars/Phobos",
    "A, B；C、D",
    "tag\ntag",
    "t" * 41 + ", u",
    "organisation",
    "person",
    "wechat",
    "zh",
]
LIST = PUBLIC / "naughty_strings/blns.json"
ALL = NAUGHTY + (json.loads(LIST.read_text()) if LIST.exists() else [])
SAID = st.sampled_from(ALL) | st.text(max_size=60) | st.emails() | st.from_regex(r"\+?[0-9 \-/]{5,20}", fullmatch=True)
LINKS = {"owner", "deputy", "team", "client", "version"}


def rows(form: type[RecordForm]) -> st.SearchStrategy[dict[str, str]]:
    names = sorted(form.base_fields.keys() - LINKS)
    return st.dictionaries(st.sampled_from(names), SAID, max_size=8).map(lambda row: {"name": "Tramlight"} | row)


def same(kind: type[RecordForm], row: dict[str, Any], twin: RecordForm) -> None:
    form = kind({name: getattr(value, "pk", value) for name, value in row.items()}, by=twin.by)
    passed = form.is_valid()
    values, faults = twin.clean_row(row)
    assert faults == {name if name != "__all__" else "": [*words] for name, words in form.errors.items()}
    assert values == form.values
    assert passed == (not faults)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [ClientForm, ContactForm])
def test_it_says_what_the_form_says(kind: type[RecordForm]) -> None:
    system = User.objects.system()
    twin = kind(by=system)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(rows(kind))
    @example({"name": "x", "emails": "x" * 250 + "@example.com"})
    @example({"name": ""})
    def holds(row: dict[str, str]) -> None:
        same(kind, row, twin)

    holds()
    for said in NAUGHTY:
        same(kind, {"name": said, "emails": said, "phones": said, "tags": said}, twin)


def test_it_says_what_the_form_says_of_links(cast: Any) -> None:
    twin = ClientForm(by=cast.lena)
    same(ClientForm, {"name": "x", "owner": cast.lena}, twin)
    same(ClientForm, {"name": "x", "owner": cast.lena, "deputy": cast.lena}, twin)
    same(ContactForm, {"name": "x", "client": cast.qingchuan, "phones": "13800138000"}, ContactForm(by=cast.lena))


def test_it_asks_the_database_nothing(cast: Any) -> None:
    twin = ClientForm(by=cast.lena)
    twin.clean_row({"name": "x"})
    with CaptureQueriesContext(
        connection,
    ) as asked:
        twin.clean_row({"name": "x", "owner": cast.lena, "phones": "13800138000", "country": "CN", "size": "12"})
    assert not asked.captured_queries


def test_it_looks_only_at_the_fields_named(cast: Any) -> None:
    values, faults = ClientForm(by=cast.lena).clean_row({"emails": "nonsense", "city": "杭州"}, only={"city"})
    assert (values, faults) == ({"city": "杭州"}, {})
