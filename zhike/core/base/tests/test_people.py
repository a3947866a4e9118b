import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from zhike.core.base import people
from zhike.core.base.surnames import READINGS


@pytest.mark.parametrize(
    ("name", "family", "given_name"),
    [
        ("陈岚", "陈", "岚"),
        ("欧阳娜娜", "欧阳", "娜娜"),
        ("司马懿", "司马", "懿"),
        ("林 娜", "林", "娜"),
        ("阿凡提·买买提", "阿凡提·买买提", ""),
        ("Clara Chen", "Chen", "Clara"),
        ("Chen, Clara", "Chen", "Clara"),
        ("Dr. Ludwig van Beethoven Jr.", "van Beethoven", "Ludwig"),
        ("Cher", "Cher", ""),
        ("", "", ""),
    ],
)
def test_it_parts_family_and_given_name(name: str, family: str, given_name: str) -> None:
    assert people.split(name) == (family, given_name)


@pytest.mark.parametrize(
    ("name", "role", "gender", "said"),
    [
        ("陈岚", "副总经理", "", "陈总"),
        ("欧阳修", "销售经理", "m", "欧阳经理"),
        ("陈岚", "CEO", "", "陈总"),
        ("陈岚", "教授", "", "陈教授"),
        ("陈岚", "处长", "", "陈处长"),
        ("陈岚", "", "f", "陈女士"),
        ("陈岚", "", "", "陈岚"),
        ("Clara Chen", "", "f", "Ms Chen"),
        ("Clara Chen", "CEO", "", "Clara Chen"),
    ],
)
def test_it_suggests_how_to_address_someone(name: str, role: str, gender: str, said: str) -> None:
    assert people.form_of_address(name, role, gender) == said
    assert people.forms_of_address(name, role, gender)[0] == said


def test_it_offers_the_usual_forms() -> None:
    assert {"陈总", "陈经理", "陈老师", "陈先生", "陈女士", "老陈"} <= set(people.forms_of_address("陈岚"))


@pytest.mark.parametrize(("name", "signs"), [("Lena Lin", "LL"), ("林娜", "林"), ("Cher", "C"), ("", ""), ("😎", "")])
def test_it_gives_initials(name: str, signs: str) -> None:
    assert people.initials(name) == signs


@pytest.mark.parametrize(
    ("name", "usual", "also"),
    [
        ("曾国藩", "zeng guo fan", "ceng guo fan"),
        ("单田芳", "shan tian fang", "dan tian fang"),
        ("重庆", "chong qing", "zhong qing"),
        ("吕布", "lv bu", "lyu bu"),
        ("尉迟恭", "yu chi gong", "wei chi gong"),
    ],
)
def test_it_reads_names_in_every_way_the_usual_first(name: str, usual: str, also: str) -> None:
    readings = [" ".join(reading) for reading in people.pinyin_readings(name)]
    assert readings[0] == usual
    assert also in readings


@given(st.text(max_size=60))
def test_the_readings_are_few_and_as_long_as_the_name(name: str) -> None:
    readings = people.pinyin_readings(name)
    assert len(readings) <= people.MOST_READINGS
    assert len({len(reading) for reading in readings}) <= 1
    people.form_of_address(name)
    people.initials(name)


@given(st.text("重庆长乐银行曾参单于行吕女中国银", max_size=8))
def test_readings_are_those_of_the_dictionary(name: str) -> None:
    known = [set(pinyin(sign, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]) for sign in name]
    family = {syllable for reading in READINGS.values() for syllable in reading}
    for reading in people.pinyin_readings(name)[:1]:
        assert all(syllable in told | family for syllable, told in zip(reading, known, strict=True))
