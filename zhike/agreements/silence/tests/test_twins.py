"""Reminders, and what counts as agreed, are told in both wordings."""

from datetime import date

import pytest

from zhike.agreements.models import Promise
from zhike.agreements.silence.ending import sweep
from zhike.agreements.silence.tests.conftest import ASKED, deliver_letters, morning
from zhike.core.mail.models import Letter
from zhike.core.timeline.moment import at

TEXT, TWIN = "周五给您第二版原型", "You get the second prototype on Friday"


@pytest.mark.parametrize(
    ("language", "first", "other", "about"),
    [("zh", TEXT, TWIN, "周会"), ("en", TWIN, TEXT, "Weekly meeting")],
)
def test_each_reads_their_own_language_first(cast, agreed, clara, ask, language, first, other, about):
    clara.amend(by=cast.lena, language=language)
    agreed()
    with at(ASKED):
        entry = Promise.objects.add(
            by=cast.lena, client=cast.qingchuan, text=TEXT, twin=TWIN, contact=clara, owner=cast.lena
        )
    ask(entry).readback.write_twin(by=cast.lena, of="title", twin="Weekly meeting")
    for day in (date(2026, 3, 5), date(2026, 3, 10)):
        deliver_letters()
        sweep(morning(day))
        letter = Letter.objects.latest("pk")
        assert f"{first} ({other})" in letter.text and about in letter.subject
    assert Letter.objects.count() == 3
