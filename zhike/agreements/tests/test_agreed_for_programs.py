"""What was agreed on a day, asked by a program."""

from datetime import date

import pytest

from zhike.agreements.tests.test_as_of import START, noon
from zhike.clients.rights.models import Right
from zhike.core.timeline.moment import at
from zhike.surfaces.api.tests.conftest import program_of


@pytest.fixture
def amended(clause, cast):
    """Three days since 12 March; on 6 May we write down that it has been five since 30 April."""
    with at(noon(date(2026, 5, 6))):
        clause.renegotiate(
            by=cast.lena, text="within 5 working days", quantity=5, reason="五一", valid_from=date(2026, 4, 30),
            agreed_by=cast.clara, how="call",
        )  # fmt: skip
    return clause


@pytest.fixture
def agreed(cast, amended):
    def ask(words, user=None, *scopes, **headers):
        place = f"clients/{cast.qingchuan.reference}/agreed?{words}"
        return program_of(user or cast.lena, *scopes).get(place, **headers)

    return ask


def texts(answer):
    return [one["text"] for one in answer.json()["data"]]


def test_it_says_what_held_and_what_was_known(agreed, amended):
    assert texts(agreed("on=2026-05-03")) == ["within 5 working days"]
    later = texts(agreed("on=2026-05-03&known=2026-05-05"))
    assert later != ["within 5 working days"]


def test_each_line_says_who_confirmed_it_and_by_which_way(agreed, cast):
    (line,) = agreed("on=2026-05-03").json()["data"]
    confirmed = line["confirmed"]
    assert (confirmed["by"]["reference"], confirmed["how"]) == (cast.clara.reference, "call")
    assert (line["quantity"], line["unit"]) == ("5.00", "working_days")
    assert confirmed["recorded_by"]["name"] == str(cast.lena)


def test_two_days_are_compared(agreed, amended):
    told = agreed("on=2026-04-01&against=2026-05-03").json()
    successor = amended.successors.get()
    change = {"change": "changed", "before": amended.reference, "after": successor.reference}
    assert told["against"]["changes"] == [change]


@pytest.mark.parametrize("words", ["on=yesterday", "on=2026-02-30", "known=9999-12-31", "against=", "on=0001-01-01"])
def test_what_is_no_day_is_a_problem_in_the_asked_language(agreed, words):
    answer = agreed(words, **{"Accept-Language": "zh-hans"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert "不是日期" in answer.json()["detail"]


def test_a_moment_may_name_its_zone(agreed):
    assert agreed("known=2026-05-05T10:00:00%2B08:00").json()["known"].startswith("2026-05-05T10:00:00")


def test_others_do_not_find_it_and_a_narrow_token_may_not(agreed, cast):
    assert agreed("", cast.ida).status_code == 404
    assert agreed("", cast.lena, "clients:read").status_code == 403
    assert agreed("", cast.lena, "read").status_code == 200


def test_no_step_is_hidden_by_a_reading():
    from zhike.core.resources.readings import is_reading
    from zhike.core.resources.registry import RESOURCES

    assert not [step for one in RESOURCES.values() for step in one.steps if is_reading(step)]


def test_it_says_who_could_decide_then(agreed, cast):
    with at(noon(date(2026, 5, 6))):
        right = Right.objects.add(
            by=cast.lena, client=cast.qingchuan, contact=cast.clara, subject="price", up_to=50_000, currency="CNY",
            since=date(2026, 5, 1),
        )  # fmt: skip
    (one,) = agreed("on=2026-05-03").json()["people"]
    assert (one["reference"], one["contact"]["reference"]) == (right.reference, cast.clara.reference)
    assert (one["power"], one["since"], one["until"]) == ("decides", "2026-05-01", None)
    assert agreed("on=2026-05-03&known=2026-05-05").json()["people"] == []
    against = agreed("on=2026-04-30&against=2026-05-03").json()
    assert (against["people"], len(against["against"]["people"])) == ([], 1)


def test_the_page_of_a_day_shows_them_on_both_sides(agreed, cast, client):
    with at(noon(date(2026, 5, 6))):
        Right.objects.add(by=cast.lena, client=cast.qingchuan, contact=cast.clara, subject="price", since=START)
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/agreed/?on=2026-05-03").content.decode()
    people = page[page.index("Who decides") :]
    assert "not yet" in people and f"{cast.clara.called} · Decides" in people
    known = client.get(f"/clients/{cast.qingchuan.reference}/agreed/?on=2026-05-03&read=known").content.decode()
    assert "Who decides" not in known
