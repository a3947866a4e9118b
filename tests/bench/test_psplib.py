"""bin/bench psplib on an instance of our own in the format of the library."""

from argparse import Namespace

import pytest

from bench.psplib import measure

STARS = "*" * 72 + "\n"
INSTANCE = STARS.join(
    [
        "",
        "file with basedata            : own\n",
        "projects                      :  1\njobs (incl. supersource/sink ):  4\n",
        "PROJECT INFORMATION:\npronr.  #jobs rel.date duedate tardcost  MPM-Time\n"
        "    1      2      0        9        1        3\n",
        "PRECEDENCE RELATIONS:\njobnr.    #modes  #successors   successors\n"
        "   1        1          2           2   3\n   2        1          1           4\n"
        "   3        1          1           4\n   4        1          0        \n",
        "REQUESTS/DURATIONS:\njobnr. mode duration  R 1  R 2\n" + "-" * 72 + "\n"
        "  1      1     0       0    0\n  2      1     2       1    1\n  3      1     3       1    0\n"
        "  4      1     0       0    0\n",
        "RESOURCEAVAILABILITIES:\n  R 1  R 2\n    1    1\n",
        "",
    ]
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "j2.sm" / "optimum").mkdir(parents=True)
    (tmp_path / "j2.sm" / "j21_1.sm").write_text(INSTANCE)
    return tmp_path


def known(folder, optimum):
    (folder / "j2.sm" / "optimum" / "optimum.csv").write_text(f"problem,optimum\nj21_1.sm,{optimum}\n")
    return Namespace(data=folder)


def test_it_tells_the_gap_to_the_optimum(folder):
    row = measure(known(folder, 5))
    assert (row["instances"], row["at_optimum"], row["mean_gap"]) == (1, 1, 0)


def test_it_fails_when_an_optimum_is_beaten_or_the_longest_way_is_another(folder):
    with pytest.raises(AssertionError, match="before the optimum 6"):
        measure(known(folder, 6))
    (folder / "j2.sm" / "j21_1.sm").write_text(INSTANCE.replace("        1        3\n", "        1        4\n"))
    with pytest.raises(AssertionError, match="longest way 3, its header says 4"):
        measure(known(folder, 5))


def test_it_asks_where_the_instances_are():
    with pytest.raises(SystemExit):
        measure(Namespace(data=None))
