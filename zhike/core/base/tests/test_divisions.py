import pytest
from django.core.exceptions import ValidationError

from zhike.core.base import divisions


@pytest.mark.parametrize(
    ("given", "full"),
    [
        (("广东", "深圳", "南山"), ("广东省", "深圳市", "南山区")),
        (("", "深圳", ""), ("广东省", "深圳市", "")),
        (("上海", "", "浦东新区"), ("上海市", "上海市", "浦东新区")),
        (("内蒙古", "呼和浩特", ""), ("内蒙古自治区", "呼和浩特市", "")),
        (("", "延边", ""), ("吉林省", "延边朝鲜族自治州", "")),
        (("", "", "鼓楼区"), ("", "", "鼓楼区")),
        (("Bavaria", "Munich", ""), ("Bavaria", "Munich", "")),
        (("", "", ""), ("", "", "")),
    ],
)
def test_it_completes_what_is_certain(given: tuple[str, str, str], full: tuple[str, str, str]) -> None:
    assert divisions.completed(*given) == full


@pytest.mark.parametrize(
    ("address", "place", "rest"),
    [
        ("广东省深圳市南山区科技园1号", ("广东省", "深圳市", "南山区"), "科技园1号"),
        ("深圳南山区科技园", ("广东省", "深圳市", "南山区"), "科技园"),
        ("中国 上海市 浦东新区 世纪大道100号", ("上海市", "上海市", "浦东新区"), "世纪大道100号"),
        ("北京市北京市海淀区中关村", ("北京市", "北京市", "海淀区"), "中关村"),
        ("浙江杭州西湖区文三路", ("浙江省", "杭州市", "西湖区"), "文三路"),
        ("上海路12号", ("", "", ""), "上海路12号"),
        ("1 Main Street", ("", "", ""), "1MainStreet"),
        ("", ("", "", ""), ""),
    ],
)
def test_it_finds_the_place_at_the_head_of_an_address(address: str, place: tuple[str, str, str], rest: str) -> None:
    assert divisions.split(address) == (place, rest)


def test_it_refuses_a_city_in_the_wrong_province() -> None:
    with pytest.raises(ValidationError, match="深圳市 lies in 广东省, not in 浙江省"):
        divisions.checked("浙江", "深圳市")
    assert divisions.checked("浙江", "Atlantis").city == "Atlantis"


def test_it_lists_places_to_choose_from() -> None:
    assert len(divisions.provinces()) == 34
    assert [divisions.in_english(name) for name in ("陕西", "西藏自治区", "香港", "Utah")] == [
        "Shaanxi",
        "Tibet",
        "Hong Kong",
        "Utah",
    ]
    assert "深圳市" in divisions.cities("广东")
    assert "海淀区" in divisions.districts("北京", "")
    assert divisions.cities("Bavaria") == []
