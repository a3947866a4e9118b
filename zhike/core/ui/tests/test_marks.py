"""Which characters stand for a client or a person."""

import pytest

from zhike.core.ui.marks import hue, initials, seal_mark


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("晴川医疗", "晴"),
        ("杭州晴川医疗管理有限公司", "晴"),
        ("浙江省远岸物流", "远"),
        ("上海", "上"),
        ("Kestrel Bay Hotels", "K"),
        ("the Tea Company", "T"),
        ("“木白”家居", "木"),
        ("3M", "3"),
        ("!!", "·"),
        ("", "·"),
    ],
)
def test_it_seals_a_client_with_its_own_first_character(name: str, mark: str) -> None:
    assert seal_mark(name) == mark


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("林娜", "林"),
        ("Lena Lin", "LL"),
        ("Anna Maria de Vries", "AV"),
        ("Omar", "O"),
        ("Lena 林娜", "L"),
        ("jean-luc", "JL"),
        ("", "·"),
    ],
)
def test_it_shortens_a_persons_name(name: str, mark: str) -> None:
    assert initials(name) == mark


def test_it_keeps_a_clients_hue_for_ever() -> None:
    assert [hue(number) for number in (1, 7, 6, None)] == [2, 2, 1, 1]
