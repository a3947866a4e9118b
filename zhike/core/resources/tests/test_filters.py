"""What an address says of days, in words."""

from datetime import date

import pytest

from zhike.core.resources.filters import stretch_words

TODAY = date(2026, 5, 13)


@pytest.mark.parametrize(("said", "words"), [
    ("2026-03-02..2026-03-08", "Mon 2 Mar – Sun 8 Mar"), ("..2026-03-08", "– Sun 8 Mar"),
    ("9999-12-31..9999-12-31", "9999-12-31..9999-12-31"), ("2026-02-30..", "2026-02-30.."), ("soon", "soon"),
])  # fmt: skip
def test_a_stretch_reads_as_days_and_what_is_none_as_it_stands(said, words):
    assert stretch_words(said, TODAY) == words


def test_a_list_opens_for_days_that_no_calendar_has(cast, client):
    client.force_login(cast.lena)
    for said in ("9999-12-31..9999-12-31", "..9999-12-31", "0001-01-01.."):
        assert client.get("/clients/", {"last_contact_at": said, "next_follow_up": said}).status_code == 200
