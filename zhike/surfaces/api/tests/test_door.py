"""Who is let in: tokens, their scopes, their limits."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.core.access.models import Token
from zhike.surfaces.api.tests.conftest import Program, program_of


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer zk_guess"}, {"Authorization": "Basic eDp5"}])
def test_nobody_gets_in_without_a_token(db, headers):
    answer = Program(headers).get("clients")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_session_does_not_open_it(client, lena):
    client.force_login(lena)
    assert client.get("/api/v1/clients").status_code == 401


def test_the_secret_is_stored_nowhere(lena):
    token, secret = Token.objects.issue(by=lena, name="x", scopes=["read"])
    row = Token.objects.filter(pk=token.pk).values().get()
    assert secret not in str(row) and len(secret) > 40


@pytest.mark.parametrize(
    ("body", "status"),
    [(rb'{"name": "\ud83d"}', 400), (rb'{"\udc00": 1}', 400), (b'{"name": "\xed\xa0\xbd"}', 400), (b"\xff", 400),
     (b"[" * 9_000, 400), (b'"' + b"x" * 3_000 + b'"', 413)],
)  # fmt: skip
def test_what_no_program_should_send_is_a_problem_in_words(lenas, settings, body, status):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 3_000 if status == 413 else 30_000
    headers = lenas.headers | {"Content-Type": "application/json"}
    answer = lenas.browser.generic("POST", "/api/v1/clients", body, headers["Content-Type"], headers=headers)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=" + "x" * 300])
def test_a_form_that_cannot_be_read_is_a_problem_too(lenas, qingchuan, kind):
    place = f"/api/v1/clients/{qingchuan.reference}/files"
    answer = lenas.browser.generic("POST", place, b"junk", kind, headers=lenas.headers)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_a_revoked_one_is_refused(lena):
    token, secret = Token.objects.issue(by=lena, name="x", scopes=["read"])
    program = Program({"Authorization": f"Bearer {secret}"})
    assert program.get("clients").status_code == 200
    token.archive(by=lena)
    assert program.get("clients").status_code == 401


def test_an_expired_one_is_refused(lena):
    values = {"scopes": ["read"], "expires_at": timezone.now() - timedelta(seconds=1)}
    _token, secret = Token.objects.issue(by=lena, name="x", **values)
    assert "expired" in Program({"Authorization": f"Bearer {secret}"}).get("clients").json()["detail"]


def test_it_ends_with_its_persons_work(lena, ada, lenas):
    assert lenas.get("me").json()["reference"] == lena.reference
    lena.archive(by=ada, leave_open=True)
    assert lenas.get("me").status_code == 401


def test_it_goes_as_far_as_its_scopes(lena, qingchuan):
    reads = program_of(lena, "read")
    assert reads.get("clients").status_code == 200
    assert reads.post("clients", {"name": "x"}).status_code == 403
    some = program_of(lena, "todos:write")
    assert some.get("todos").status_code == 200
    assert some.get("clients").status_code == 403
    assert some.get("search?q=晴川").json()["data"] == []


def test_a_narrow_token_lets_nobody_further_in(lena):
    narrow = program_of(lena, "tokens:write", "webhooks:write")
    assert narrow.get("tokens").status_code == 200
    assert narrow.post("tokens", {"name": "wider", "scopes": ["write"]}).status_code == 403
    assert narrow.post("webhooks", {"name": "ear", "address": "https://hooks.example/"}).status_code == 403
    assert program_of(lena).post("tokens", {"name": "alike", "scopes": ["write"]}).status_code == 201


def test_a_token_that_ends_makes_none_that_lasts_longer(lena):
    until = timezone.now() + timedelta(days=2)
    _token, secret = Token.objects.issue(by=lena, name="Short", scopes=["write"], expires_at=until)
    short = Program({"Authorization": f"Bearer {secret}"})
    longer = {"name": "longer", "scopes": ["read"], "expires_at": (until + timedelta(hours=1)).isoformat()}
    assert short.post("tokens", longer).status_code == 422
    assert short.post("tokens", {"name": "as long", "scopes": ["read"]}).status_code == 201
    assert Token.objects.get(name="as long").expires_at == until


def test_what_tells_of_all_kinds_asks_for_the_right_to_read_all(lena, qingchuan):
    for place in ("timeline", "documents/dossier"):
        at = f"clients/{qingchuan.reference}/{place}"
        assert program_of(lena, "clients:read").get(at).status_code == 403
        assert program_of(lena, "read").get(at).status_code == 200


def test_it_says_when_it_was_last_used(lena, lenas):
    lenas.get("me")
    assert Token.objects.get().last_used_at is not None


def test_too_many_requests_are_told_to_wait(lenas, settings):
    settings.API_LIMIT, settings.RATE_LIMITS = 2, True
    left = [lenas.get("me") for _n in range(3)]
    assert [one.status_code for one in left] == [200, 200, 429]
    assert left[0]["RateLimit"].startswith('"minute";r=1;')
    assert 0 < int(left[2]["Retry-After"]) <= 60


def test_the_limits_can_be_lifted(lenas, settings):
    settings.API_LIMIT, settings.RATE_LIMITS = 1, False
    assert [lenas.get("me").status_code for _n in range(3)] == [200] * 3


def test_it_speaks_the_asked_language_then_the_persons(lena, lenas):
    lena.prefer(by=lena, language="zh-hans", time_zone="", theme="", name=lena.name)
    assert "没有" in lenas.get("clients?nope=1").json()["detail"]
    assert "no filter" in lenas.get("clients?nope=1", **{"Accept-Language": "en"}).json()["detail"]


def test_only_its_person_and_administrators_see_and_revoke_it(lena, omar, ada):
    token, _secret = Token.objects.issue(by=lena, name="x", scopes=["read"])
    assert not Token.objects.visible_to(omar).exists()
    assert Token.objects.visible_to(ada).get() == token
    assert not Token.may_amend(omar, token) and Token.may_amend(ada, token)


def test_a_program_gets_no_cookie_and_what_every_answer_tells(lenas, django_assert_num_queries):
    lenas.get("me")
    with django_assert_num_queries(1):
        answer = lenas.get("me", **{"Accept-Language": "zh-CN"})
    assert not answer.cookies and "Cookie" not in answer.headers.get("Vary", "")
    assert answer["Content-Language"] == "zh-hans" and answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] and answer["X-Frame-Options"] == "DENY"


def test_the_page_of_a_new_token_asks_for_one_of_two_rights(lena, client):
    client.force_login(lena)
    page = client.get("/tokens/new/").content.decode()
    assert page.count('type="radio" name="scopes"') == 2
    client.post("/tokens/new/", {"name": "Reports", "scopes": "write"})
    assert Token.objects.get().scopes == ["write"]


def test_an_empty_list_of_tokens_speaks_of_no_import(lena, client):
    client.force_login(lena)
    assert "imported" not in client.get("/tokens/").content.decode()
