"""What a document is made of."""

from zhike.core.documents.sections import facts, joined, prose, table


def test_nothing_to_say_is_no_section():
    assert facts("Who", [("Owner", ""), ("Deputy", None)]) is None
    assert table("People", ("Name",), []) is None
    assert joined([None, prose("About", " \n ")]) == []


def test_a_column_in_which_nothing_stands_is_left_out():
    said = table("Bought", ("Year", "Without a rate", "Amount"), [(2026, 0, "¥1"), (2025, 0, "¥2")], numbers=2)
    assert [one["name"] for one in said["columns"]] == ["Year", "Amount"]
    assert said["rows"] == [["2026", "¥1"], ["2025", "¥2"]]
    assert [one["number"] for one in said["columns"]] == [False, True]


def test_neighbours_under_one_heading_are_one():
    said = joined([facts("Who", [("Owner", "Lena")]), None, facts("Who", [("Stage", "Active")])])
    assert [one["rows"] for one in said] == [[["Owner", "Lena"], ["Stage", "Active"]]]
