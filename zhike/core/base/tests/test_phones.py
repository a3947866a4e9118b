import phonenumbers
import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.base import phones


@pytest.mark.parametrize(
    ("written", "region", "kept"),
    [
        ("13800138000", "CN", "+8613800138000"),
        ("手机：１３８ ００１３ ８０００", "CN", "+8613800138000"),
        ("138.0013.8000", "CN", "+8613800138000"),
        ("8613800138000", "CN", "+8613800138000"),
        ("0086 138 0013 8000", "CN", "+8613800138000"),
        ("tel:+86-138-0013-8000", "US", "+8613800138000"),
        ("13800138000（张总）", "CN", "+8613800138000"),
        ("\u202a+8613800138000\u202c", "CN", "+8613800138000"),
        ("(021) 6552-1234", "CN", "+862165521234"),
        ("010-65521234转12", "CN", "+861065521234;ext=12"),
        ("010-65521234 分机：12", "CN", "+861065521234;ext=12"),
        ("+1 (805) 247-8982 ext. 7", "CN", "+18052478982;ext=7"),
        ("805-247-8982", "US", "+18052478982"),
        ("400-820-8820", "CN", "+864008208820"),
        ("020 7946 0018", "GB", "+442079460018"),
        ("030 123456", "DE", "+4930123456"),
        ("2123 4567", "HK", "+85221234567"),
    ],
)
def test_it_reads_numbers_as_people_write_them(written: str, region: str, kept: str) -> None:
    assert phones.parse(written, region) == kept


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("12", "too short for a telephone number in China"),
        ("1380013800", "11 digits; this has 10"),
        ("65521234", "area code is missing"),
        ("805-247-8982", "No telephone number in China begins like this"),
        ("+999123456", "No country has the code"),
        ("ask Lena", "it has no digits"),
        ("13800138000 / 13900139000", "several numbers"),
        ("9" * 40, "too long"),
    ],
)
def test_it_says_what_is_wrong_and_how_to_mend_it(written: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        phones.parse(written, "CN")


@given(st.from_regex(r"1[0-9]{10}", fullmatch=True))
def test_the_short_way_for_mobiles_agrees_with_the_library(written: str) -> None:
    try:
        number = phonenumbers.parse(written, "CN")
    except phonenumbers.NumberParseException:
        number = phonenumbers.PhoneNumber()
    known = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if phonenumbers.is_valid_number(number):
        assert phones.parse(written, "CN") == known
        national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        assert phones.shown(known, "CN") == national
        assert phones.digits(known) == (known[1:],)
    else:
        with pytest.raises(ValidationError):
            phones.parse(written, "CN")


@given(st.text(max_size=40), st.sampled_from(["CN", "US", "DE", "JP"]))
def test_any_text_is_read_or_refused_in_words(written: str, region: str) -> None:
    try:
        kept = phones.parse(written, region)
    except ValidationError as refused:
        assert all(refused.messages)
    else:
        assert phones.parse(kept, "AQ") == kept


EXAMPLES = [
    phonenumbers.format_number(example, form)
    for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    for sort in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE)
    if (example := phonenumbers.example_number_for_type(region, sort))
    for form in (phonenumbers.PhoneNumberFormat.E164, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
]


@given(st.sampled_from(EXAMPLES), st.text("0123456789 -().", max_size=3), st.integers(2, 12))
def test_the_short_way_for_numbers_with_a_plus_agrees_with_the_library(known: str, more: str, place: int) -> None:
    for written in (known, known[:place] + more + known[place:], known[:place] + known[place + 1 :]):
        if short := phones._told_abroad(written):
            assert short == phones._parsed(written, "CN")
            parsed = phonenumbers.parse(short)
            assert phones._kept(short) == parsed


def test_it_shows_the_home_form_at_home_and_the_international_one_abroad() -> None:
    assert phones.shown("+861065521234;ext=12", "CN") == "010 6552 1234 ext. 12"
    assert phones.shown("+861065521234;ext=12", "DE") == "+86 10 6552 1234 ext. 12"


def test_it_gives_the_digits_that_people_look_for() -> None:
    assert phones.digits("+861065521234;ext=12") == ("861065521234", "01065521234")
    assert phones.digits("+8613800138000") == ("8613800138000",)


def test_it_parts_several_numbers_and_leaves_one_alone() -> None:
    assert phones.split("13800138000、010-65521234") == ["13800138000", "010-65521234"]
    assert phones.split("010-65521234/12") == ["010-65521234/12"]


def test_a_kept_number_reads_as_itself() -> None:
    assert phones.parse("+861065521234;ext=123456", "DE") == "+861065521234;ext=123456"
