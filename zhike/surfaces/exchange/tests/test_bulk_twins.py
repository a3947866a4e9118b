"""The bulk twin says of any row what the form says: for everything that can be imported."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import Cast
from zhike.core.record.form import RecordForm
from zhike.core.resources.registry import RESOURCES
from zhike.surfaces.exchange.targets import targets_of

SAID = st.sampled_from(
    ["", " ", "0", "-1", "NaN", "1e309", "2026-03-05", "2099-01-01", "2026-13-45", "12:30", "2026-03-05 14:30", "call",
     "in", "out", "mail", "note", "good", "told", "import", "¥12万", "1,200.50", "$5 EUR", "USD", "XXX", "CNY",
     "a@b.co; c@d.org", "nonsense", "13800138000", "x" * 90, "x" * 300, "\0", "=1+1", "Asia/Shanghai", "CN", "1-9"]
) | st.text(max_size=30)  # fmt: skip
FILLED = {"happened_at": "2026-03-05 14:30"}  # else each of the two takes its own now


@pytest.mark.parametrize("name", sorted(name for name, one in RESOURCES.items() if one.importable))
def test_it_says_what_the_form_says(cast: Cast, name: str) -> None:
    resource = RESOURCES[name]
    twin: RecordForm = resource.form(by=cast.lena)
    plain = sorted(one.name for one in targets_of(resource, twin).values() if one.kind in {"text", "list", "date"})
    plain = [one for one in plain if one in twin.fields]
    linked = {"client": cast.qingchuan} if "client" in twin.fields else {}

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.dictionaries(st.sampled_from(plain), SAID, max_size=7))
    def holds(row: dict[str, str]) -> None:
        same(resource.form, linked | FILLED | row, twin)

    holds()


def same(kind: type[RecordForm], row: dict[str, Any], twin: RecordForm) -> None:
    form = kind({name: getattr(value, "pk", value) for name, value in row.items()}, by=twin.by)
    passed = form.is_valid()
    values, faults = twin.clean_row(row)
    assert faults == {name if name != "__all__" else "": [*words] for name, words in form.errors.items()}
    assert passed == (not faults)
    if passed:
        assert values == {name: value for name, value in form.cleaned_data.items() if name != "version"}
