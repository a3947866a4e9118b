"""What each process keeps for two seconds, and when it forgets."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpRequest

from zhike.core.base.kept import Kept, answer_afresh, changed


def test_it_forgets_after_a_change_what_may_depend_on_anything() -> None:
    ask = _Counting()
    kept = Kept(ask)
    assert [kept(), kept()] == [1, 1]
    _request("GET")
    assert kept() == 1
    _request("POST")
    assert kept() == 2


def test_it_forgets_what_names_its_types_only_when_one_of_them_changed() -> None:
    ask = _Counting()
    kept = Kept(ask, of=("access.company",))
    kept()
    _request("POST", lambda: changed({"clients.client"}))
    assert kept() == 1
    _request("POST", lambda: changed({"clients.client", "access.company"}))
    assert kept() == 2


def test_it_forgets_what_changed_although_the_answer_failed() -> None:
    ask = _Counting()
    kept = Kept(ask, of=("access.company",))
    kept()

    def fail() -> None:
        changed({"access.company"})
        raise LookupError

    with pytest.raises(LookupError):
        _request("POST", fail)
    assert kept() == 2


def test_it_hears_of_changes_outside_of_requests_without_harm() -> None:
    changed({"access.company"})


def _request(method: str, act: Callable[[], Any] = lambda: None) -> None:
    request = HttpRequest()
    request.method = method
    answer_afresh(request, lambda _asked: act())


class _Counting:
    """Answers how often it was asked."""

    asked = 0

    def __call__(self) -> int:
        self.asked += 1
        return self.asked
