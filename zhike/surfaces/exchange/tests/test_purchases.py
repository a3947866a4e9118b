"""Importing purchases: their sums are those of the file, their clients are found or made on the way."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Sum

from tests.cast import Cast
from tests.public_data import PUBLIC
from zhike.clients.models import Client
from zhike.clients.purchases.models import Purchase
from zhike.core.timeline.models import Event
from zhike.surfaces.exchange.engine import check, run
from zhike.surfaces.exchange.models import Import, Stage
from zhike.surfaces.exchange.opening import choose_to_create_clients, open_file, rematch
from zhike.surfaces.exchange.tests.conftest import Bring
from zhike.surfaces.exchange.undoing import undo

SHARED = PUBLIC / "cdnow"
FILE = """ customer_id  date number_of_cds  dollar_value
 00001 19970101  1   11.77
 00002 19970112  1   12.00
 00002 19970112  1   12.00
 00002 19970113  5   77.00
 00003 20991231  1   10.00
 00004 19970101  2  nothing
"""
OWN = "00004 0001 19970101  2   29.33\n00004 0001 19970118  2   29.73\n00021 0002 19970101  3   63.34"
MATCH = {"customer_id": "client", "number_of_cds": "quantity", "dollar_value": "amount"}


def counts(of: Import) -> tuple[int, ...]:
    return of.created, of.updated, of.unchanged, of.rejected


def whole(of: Import) -> Import:
    rematch(of, MATCH)
    choose_to_create_clients(of, True)
    return of


def test_they_go_in_with_the_clients_they_name(cast: Cast, opened: Bring) -> None:
    of = run(whole(opened("purchases", cast.lena, FILE)))
    assert counts(of) == (4, 0, 0, 2)
    bought = Purchase.objects.filter(client__external_id="00002")
    assert (bought.count(), bought.aggregate(all=Sum("amount"))["all"]) == (3, Decimal("101.00"))
    made = Client.objects.get(external_id="00002")
    assert (made.name, made.created_by, bought[0].source) == ("00002", cast.lena, "import")
    assert Event.objects.filter(record_type="clients.client", record_id=made.pk, kind="record.imported").exists()
    assert bought[0].amount_home == bought[0].amount


def test_a_second_run_makes_nothing(cast: Cast, opened: Bring) -> None:
    run(whole(opened("purchases", cast.lena, FILE)))
    clients = Client.objects.count()
    assert counts(run(whole(opened("purchases", cast.lena, FILE)))) == (0, 0, 4, 2)
    assert Client.objects.count() == clients


def test_a_check_foretells_the_clients_too(cast: Cast, opened: Bring) -> None:
    of = whole(opened("purchases", cast.lena, FILE))
    foretold = counts(check(of)), of.clients_created
    assert not Client.objects.filter(external_id="00002").exists()
    assert (counts(run(of)), of.clients_created) == foretold


def test_clients_are_made_only_where_one_asks_for_it(cast: Cast, opened: Bring) -> None:
    of = opened("purchases", cast.lena, FILE)
    rematch(of, MATCH)
    assert counts(run(of)) == (0, 0, 0, 6)
    with pytest.raises(ValidationError):
        choose_to_create_clients(opened("clients", cast.lena, "Name\nA\n"), True)
    of = whole(
        opened("purchases", cast.lena, "customer_id,date,number_of_cds,dollar_value\nCL-999999,2024-01-01,1,2\n")
    )
    assert counts(run(of)) == (0, 0, 0, 1)


def test_undoing_takes_the_clients_back_too(cast: Cast, opened: Bring) -> None:
    of = run(whole(opened("purchases", cast.lena, FILE)))
    of.stage = Stage.UNDOING
    of.save()
    undo(of, by=cast.lena)
    assert not Purchase.objects.standing().exists() and not Client.objects.standing().filter(name="00002").exists()
    assert of.spared_rows == 0


def test_the_sample_of_cdnow_comes_to_what_the_file_says(cast: Cast, tmp_path: Path) -> None:
    """The public file lies only on some machines; elsewhere its first rows, as above."""
    sample = SHARED / "CDNOW_sample.txt"
    lines = sample.read_text().splitlines()[:2_000] if sample.exists() else OWN.splitlines()
    path = tmp_path / "cdnow.txt"
    path.write_text("\n".join(["customer_id other date number_of_cds  dollar_value", *lines]))
    of = whole(open_file(path, path.name, resource="purchases", by=cast.lena))
    run(of)
    said = [line.split() for line in lines]
    assert (of.created, of.clients_created) == (len(said), len({row[0] for row in said}))
    assert Purchase.objects.aggregate(all=Sum("amount"))["all"] == sum(Decimal(row[4]) for row in said)
