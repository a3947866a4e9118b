import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.base import tax_number

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@pytest.mark.parametrize(
    "written", ["91110108551385082Q", "９１１１０１０８５５１３８５０８２ｑ", " 9111 0108 5513 8508 2q "]
)
def test_it_reads_the_number_however_it_is_spaced(written: str) -> None:
    assert tax_number.parse(written) == "91110108551385082Q"


def test_it_takes_the_old_15_digits() -> None:
    assert tax_number.parse("110108551385082") == "110108551385082"


@given(st.text(SIGNS, min_size=17, max_size=17), st.integers(0, 16), st.sampled_from(SIGNS))
def test_one_mistyped_character_never_passes(first: str, place: int, typed: str) -> None:
    number = first + tax_number.check_digit(first)
    assert tax_number.parse(number) == number
    mistyped = number[:place] + typed + number[place + 1 :]
    if mistyped != number:
        with pytest.raises(
            ValidationError, match=r"The check digit does not fit\. One character was probably mistyped\."
        ):
            tax_number.parse(mistyped)


@pytest.mark.parametrize(
    ("written", "told"),
    [("123", "18 characters"), ("9111010855138508OI", "I O cannot stand"), ("", "18 characters")],
)
def test_it_says_what_does_not_fit(written: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        tax_number.parse(written)


def test_numbers_of_other_countries_are_taken_as_given() -> None:
    assert tax_number.parse("de 136 695 976", "DE") == "DE136695976"
    with pytest.raises(ValidationError, match="3 to 30"):
        tax_number.parse("<script>", "DE")
