"""Who did what, when, from where: for Ada alone, narrowed in the address, taken out as a harmless file."""

import csv
import io

import pytest
from django.core.cache import cache
from django.test import Client as Door

from tests.cast import PASSWORD
from zhike.clients.models import Client
from zhike.core.access.models import Token
from zhike.core.access.preferences import change_company
from zhike.core.timeline.models import Event

PAGE, FILE = "/settings/audit/", "/settings/audit/file/"


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


@pytest.fixture
def browse(client, ada):
    client.force_login(ada)
    return lambda query="": client.get(f"{PAGE}{query}").content.decode()


def test_it_tells_sign_ins_and_failures_with_their_address(browse, lena):
    client = Door()
    client.post("/account/login/", {"login": lena.email, "password": "wrong"}, REMOTE_ADDR="203.0.113.9")
    client.post("/account/login/", {"login": lena.email, "password": PASSWORD}, REMOTE_ADDR="203.0.113.9")
    assert "signed in: password" in browse("?what=gate")
    failed = browse("?what=failed")
    assert "failed: password" in failed and "203.0.113.9" in failed and "signed in: password" not in failed


def test_every_event_of_a_page_knows_from_where_it_came(client, browse, lena, qingchuan):
    client.force_login(lena)
    client.post(f"/clients/{qingchuan.reference}/step/archive/", REMOTE_ADDR="198.51.100.7")
    assert Event.objects.filter(record_type="clients.client").latest("pk").origin == "198.51.100.7"


def test_what_programs_do_is_told_with_their_token_and_its_use_once_a_day(client, browse, lena, ada):
    token, secret = Token.objects.issue(by=lena, name="Sync", scopes=["write"])
    head = {"HTTP_AUTHORIZATION": f"Bearer {secret}"}
    for name in ("One", "Two"):
        client.post("/api/v1/clients", {"name": name}, content_type="application/json", **head)
    assert Event.objects.filter(kind="token.used").count() == 1
    shown = browse("?what=tokens")
    assert f"{token.reference} 127.0.0.1" in shown and "Two" in shown


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("?by={lena}", "晴川", "Tramlight"),
        ("?about={qingchuan}", "晴川", "Tramlight"),
        ("?what=rights", "changed the company", "晴川"),
        ("?until=2020-01-01", "Nothing of that kind", "晴川"),
        ("?since=2020-01-01&by={ida}", "Tramlight", "晴川"),
        ("?by=x&about=nonsense&since=nonsense&before=x", "Nothing of that kind", "晴川"),
        ("?what=nonsense", "Nothing of that kind", "晴川"),
    ],
)
def test_it_is_narrowed_in_the_address(browse, cast, query, there, gone):
    change_company(by=cast.ada, name="Other")
    names = {"lena": cast.lena.pk, "ida": cast.ida.pk, "qingchuan": cast.qingchuan.reference}
    shown = browse(query.format(**names)).partition("</form>")[2].rpartition("</main>")[0]
    assert there in shown.partition("audit-groups")[2] and gone not in shown.rpartition("</form>")[2]


def test_it_goes_on_where_it_stopped(browse, lena, django_assert_max_num_queries):
    for n in range(70):
        Client.objects.add(by=lena, name=f"Many {n:02}", owner=lena)
    first = browse()
    older = first.partition("?before=")[2].partition('"')[0]
    with django_assert_max_num_queries(16):
        second = browse(f"?before={older}")
    assert "Many 69" in first and "Many 05" not in first and "Many 05" in second


def test_it_is_taken_out_whole_and_that_is_told(client, browse, lena):
    for n in range(70):
        Client.objects.add(by=lena, name=f"Many {n:02}", owner=lena)
    Client.objects.add(by=lena, name='=HYPERLINK("x")', owner=lena)
    answer = client.post(FILE, {"by": lena.pk})
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert len(rows) == Event.objects.filter(actor=lena).count()
    assert rows[0]["Who"] == lena.name and "HYPERLINK" in rows[0]["What"]
    assert not any(value.startswith(("=", "+", "@")) for row in rows for value in row.values())
    assert Event.objects.get(kind="audit.taken").facts["asked"] == {"by": str(lena.pk)}


@pytest.mark.parametrize("who", ["lena", "mona", "rita"])
def test_it_is_for_administrators_alone(client, cast, who):
    client.force_login(getattr(cast, who))
    assert client.get(PAGE).status_code == 403
    assert client.post(FILE).status_code == 403
