"""What a project shows the client, in two languages: each reads their own, and a change of one raises the alarm."""

import pytest

from zhike.agreements.models import Decision
from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.tests.reading import read, stands_first
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.projects.reviewing import ask_for_review, message


def behind():
    deliver_all()
    return sorted(Twin.objects.behind().values_list("key", flat=True))


class TestDeliverable:
    @pytest.fixture
    def shown(self, cast, site):
        made = site.deliverable(versions=0)
        site.hand_in(made, note="新的配色")
        version = made.versions.get().pk
        for key, twin in (
            ("title", "Design of the home page"), ("criteria", "Type no smaller than 18"),
            (f"version-{version}-note", "New colours"),
        ):  # fmt: skip
            made.write_twin(by=cast.lena, of=key, twin=twin)
        return made

    def test_each_reads_their_own_language(self, cast, shown, client):
        address = ask_for_review(shown, by=cast.lena, contact=cast.clara)
        for chinese, english in (("字号不小于 18", "Type no smaller than 18"), ("新的配色", "New colours")):
            assert stands_first(read(client, address, "zh-hans"), chinese, english)
            assert stands_first(read(client, address, "en"), english, chinese)

    def test_the_letter_and_the_message_are_in_theirs(self, cast, shown):
        cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")
        ask_for_review(shown, by=cast.lena, contact=cast.clara, send=True)
        letter = Letter.objects.get()
        assert "Design of the home page" in letter.subject and "Design of the home page" in letter.text
        assert "Design of the home page" in message(shown, cast.clara, "x")

    def test_what_they_accepted_stands_in_the_ledger_in_both(self, cast, shown):
        cast.clara.amend(by=cast.lena, language="en")
        shown.accept(by=cast.lena, contact=cast.clara, how="call")
        decision = Decision.objects.get()
        assert "Design of the home page" in decision.text and "首页设计稿" in decision.twin
        assert (decision.measure, decision.prevails) == ("Type no smaller than 18", "zh")

    def test_a_change_of_one_raises_the_alarm(self, cast, shown, client):
        shown.amend(by=cast.lena, criteria="字号不小于 16")
        assert behind() == ["criteria"]
        address = ask_for_review(shown, by=cast.lena, contact=cast.clara)
        page = read(client, address, "en")
        assert "字号不小于 16" in page and "Type no smaller than 18" not in page
