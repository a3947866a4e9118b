"""Exchange rates come in by a file, and go out in the same shape."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from zhike.clients.purchases.models import Rate
from zhike.clients.purchases.rates_in import take_rates
from zhike.core.lifecycle.errors import Forbidden
from zhike.surfaces.exchange.export.leaving import Wish
from zhike.surfaces.exchange.export.taking import write_at_once

FILE = "币种,日期,汇率,来源\nUSD,2026-01-05,7.1,Bank\n欧元,2026年1月5日,7.86,\nUSD,2026-02-01,7.2,Bank\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "rates.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_they_are_read_as_people_write_them(cast, tmp_path, encoding):
    taken = take_rates(written(tmp_path, FILE, encoding), by=cast.mona)
    assert (taken.added, taken.wrong) == (3, [])
    assert Rate.objects.get(currency="EUR").day == date(2026, 1, 5)


def test_again_they_change_nothing_and_another_value_changes_one(cast, tmp_path):
    take_rates(written(tmp_path, FILE), by=cast.mona)
    taken = take_rates(written(tmp_path, FILE.replace("7.86", "7.9")), by=cast.mona)
    assert (taken.added, taken.changed, taken.same) == (0, 1, 2)
    assert Rate.objects.get(currency="EUR").rate == Decimal("7.9")


def test_a_row_that_is_wrong_is_told_with_its_line_and_why_and_the_others_go_in(cast, tmp_path):
    rows = ["USD,2026-01-05,7.1", "USD,2026-13-05,7.1", "XXQ,2026-01-05,1", "GBP,2026-01-05,-3", "CNY,2026-01-05,1",
            "USD,2026-01-05,7.3", "GBP,2026-01-05,"]  # fmt: skip
    taken = take_rates(written(tmp_path, "currency,date,rate\n" + "\n".join(rows)), by=cast.mona)
    assert [one.line for one in taken.wrong] == [3, 4, 5, 6, 7, 8]
    assert "Line 2" in taken.wrong[4].why and "own currency" in taken.wrong[3].why
    assert all(one.why for one in taken.wrong) and taken.added == Rate.objects.count() == 1


def test_rates_that_count_in_another_currency_are_refused(cast, tmp_path):
    taken = take_rates(written(tmp_path, "currency,day,rate,base\nUSD,2026-01-05,0.9,EUR\n"), by=cast.mona)
    assert "counts in EUR" in taken.wrong[0].why and not Rate.objects.exists()


def test_a_file_without_a_column_is_refused_and_so_is_who_does_not_lead(cast, tmp_path):
    with pytest.raises(ValidationError, match="no column for: Rate"):
        take_rates(written(tmp_path, "currency,date\nUSD,2026-01-05\n"), by=cast.mona)
    with pytest.raises(Forbidden):
        take_rates(written(tmp_path, FILE), by=cast.lena)


@pytest.mark.parametrize("sort", ["csv", "xlsx"])
def test_what_goes_out_comes_in_and_changes_nothing(cast, tmp_path, sort):
    take_rates(written(tmp_path, FILE), by=cast.mona)
    path = tmp_path / f"out.{sort}"
    write_at_once(path, Wish("rates", columns="all"), sort, by=cast.ada)
    taken = take_rates(path, by=cast.mona)
    assert (taken.added, taken.changed, taken.same, taken.wrong) == (0, 0, 3, [])


def test_the_page_takes_a_file_and_says_what_became_of_it(cast, client):
    client.force_login(cast.mona)
    assert "/rates/bring/" in client.get("/rates/").text
    file = SimpleUploadedFile("rates.csv", b"currency,date,rate\nUSD,2026-01-05,7.1\nUSD,never,7.1\n")
    page = client.post("/rates/bring/", {"file": file}).text
    assert "1 added, 0 changed, 0 the same, 1 not taken" in page and '<td class="number">3</td>' in page
    client.force_login(cast.lena)
    assert client.get("/rates/bring/").status_code == 403
    assert "/rates/bring/" not in client.get("/rates/").text


def test_a_file_taken_in_by_mistake_is_undone_as_far_as_nobody_touched_it(cast, client):
    client.force_login(cast.mona)
    kept = Rate.objects.add(by=cast.mona, currency="EUR", day=date(2026, 1, 5), rate=Decimal("7.8"))
    page = client.post("/rates/bring/", {"file": SimpleUploadedFile("rates.csv", FILE.encode())})
    assert Rate.objects.get(pk=kept.pk).rate == Decimal("7.86") and b'form="undo-rates"' in page.content
    touched = Rate.objects.get(currency="USD", day=date(2026, 2, 1))
    touched.amend(by=cast.mona, rate=Decimal("7.25"))
    client.post("/undo/", {"events": page.context["undo"]})
    left = {(one.currency, one.day, one.rate) for one in Rate.objects.standing()}
    assert left == {("EUR", date(2026, 1, 5), Decimal("7.8")), ("USD", date(2026, 2, 1), Decimal("7.25"))}
    again = taken_by(client)
    assert (again.added, again.changed, again.wrong) == (1, 2, [])


def test_nobody_else_undoes_it(cast, client):
    client.force_login(cast.mona)
    page = client.post("/rates/bring/", {"file": SimpleUploadedFile("rates.csv", FILE.encode())})
    client.force_login(cast.ada)
    client.post("/undo/", {"events": page.context["undo"]})
    assert Rate.objects.standing().count() == 3


def taken_by(client):
    return client.post("/rates/bring/", {"file": SimpleUploadedFile("rates.csv", FILE.encode())}).context["taken"]
