"""Names made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.clients.duplicates.names import core, firm_sound, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("杭州晴川医疗科技有限公司", "杭州晴川医疗科技股份有限公司"),
        ("杭州晴川医疗科技有限公司", " 杭州晴川医疗科技 集团 有限责任公司 "),
        ("晴川（中国）有限公司", "晴川(中国)有限公司"),
        ("Acme Co., Ltd.", "ACME Inc"),
        ("Acme Co., Ltd.", "Ａｃｍｅ"),
        ("Müller & Söhne GmbH & Co. KG", "Muller and Sohne"),
        ("A.B. Volvo", "AB Volvo"),
        ("Société Générale S.A.", "Societe Generale"),
        ("株式会社 東芝", "東芝株式会社"),
        ("Tramlight Holdings B.V.", "Tramlight"),
    ],
)
def test_it_looks_past_legal_form_width_case_and_signs(one, other):
    assert core(one) == core(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C++ Ltd", "C Ltd"),
        ("晴川医疗", "晴川教育"),
        ("Acme North Ltd", "Acme South Ltd"),
        ("上海浦东发展银行", "上海银行"),
        ("がく", "かく"),
    ],
)
def test_it_keeps_what_tells_them_apart(one, other):
    assert core(one) != core(other)


def test_a_name_that_is_nothing_but_a_legal_form_stays():
    assert core("有限公司") == "有限公司"
    assert core("Co Ltd") != ""


def test_a_persons_name_sounds_alike_in_both_scripts_and_either_order():
    assert sound("陈岚") == sound("陳嵐") == sound("Chen Lan") == sound("Lan CHEN")
    assert sound("陈岚") != sound("陈蓝天")


def test_a_firms_name_sounds_alike_in_traditional_characters():
    assert firm_sound("騰訊科技有限公司") == firm_sound("腾讯科技股份有限公司") != ""
    assert firm_sound("Acme Ltd") == ""


@given(st.text(max_size=40))
def test_it_is_settled_after_one_pass(name):
    assert core(core(name)) in (core(name), core(name).replace(" ", ""))
