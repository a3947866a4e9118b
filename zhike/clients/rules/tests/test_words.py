"""A rule in words, and who is to blame when it does not fit."""

from django.utils import translation

from zhike.clients.rules.explaining import explain
from zhike.clients.rules.reading import read
from zhike.clients.rules.wording import in_words


def rule(cast):
    return read({
        "all": [
            {"field": "industry", "holds": "医疗"},
            {"any": [{"field": "owner", "any_of": [cast.lena.pk]}, {"field": "tags", "any_of": ["key", "vip"]}]},
            {"not": {"field": "last_contact_at", "last_days": 30}},
            {"field": "website", "empty": True},
        ]
    })  # fmt: skip


def test_it_reads_as_a_sentence(cast):
    with translation.override("en"):
        assert in_words(rule(cast)) == (
            "Industry contains “医疗” and (Owner is Lena 林娜 or Tags has any of “key”, “vip”)"
            " and not (Last contact is in the last 30 days) and Website is empty"
        )


def test_it_reads_as_a_sentence_in_chinese(cast):
    with translation.override("zh-hans"):
        assert in_words(rule(cast)) == (
            "行业包含“医疗”，且（负责人是Lena 林娜，或标签至少有其一：“key”、“vip”），"
            "且不满足（上次联系在最近30天内），且网站未填写"
        )


def test_it_says_amounts_days_and_stretches(cast):
    with translation.override("en"):
        said = {"all": [{"field": "open_todos", "between": [2, "3.50"]}, {"field": "created_at", "in": "this_quarter"},
                        {"field": "size", "none_of": ["1-9", "10-49"]}]}  # fmt: skip
        assert in_words(read(said)) == (
            "Open to-dos is between 2 and 3.5 and Added is in this quarter and Size is none of 1–9 people, 10–49 people"
        )


def test_the_conditions_that_fail_are_named(cast):
    with translation.override("en"):
        answer = explain(rule(cast), cast.qingchuan)
        assert not answer.holds
        assert answer.failing == ["Industry contains “医疗”"]
        cast.qingchuan.amend(by=cast.lena, industry="医疗")
        assert explain(rule(cast), cast.qingchuan).failing == []
        cast.qingchuan.amend(by=cast.lena, owner=cast.omar)
        assert explain(rule(cast), cast.qingchuan).failing == ["Owner is Lena 林娜 or Tags has any of “key”, “vip”"]
