"""How much is read as somebody would say it."""

from decimal import Decimal

from django.utils import translation

from zhike.agreements.quantities import counted


def test_one_alone_is_singular():
    assert counted(Decimal("1.00"), "working_days") == "1 working day"
    assert counted(Decimal("3.00"), "working_days") == "3 working days"
    assert counted(Decimal(1), "rounds") == "1 round"


def test_numbers_stand_in_the_readers_habit():
    assert counted(Decimal("1200.50"), "pieces") == "1,200.5 pieces"
    assert counted(Decimal("100.00"), "") == "100"


def test_it_reads_chinese():
    with translation.override("zh-hans"):
        assert counted(Decimal(1), "working_days") == "1 个工作日"
        assert counted(Decimal(2), "rounds") == "2 轮"
