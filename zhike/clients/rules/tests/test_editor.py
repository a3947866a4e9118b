"""The editor of a rule: rows and groups come and go by posting, and nothing typed is lost."""

import pytest
from django.urls import reverse

from zhike.clients.rules.forms import RuleFormField, RuleWidget
from zhike.clients.rules.posted import posted
from zhike.clients.segments.models import Segment

SAID = {
    "rule-join": "all",
    "rule-0-field": "industry", "rule-0-operator": "holds", "rule-0-was": "industry:holds", "rule-0-value": "Care",
    "rule-1-join": "none",
    "rule-1-0-field": "tags", "rule-1-0-operator": "any_of", "rule-1-0-was": "tags:any_of", "rule-1-0-value": "key",
}  # fmt: skip
CARE = {"field": "industry", "holds": "Care"}
KEY = {"field": "tags", "any_of": "key"}


@pytest.fixture
def page(client, cast):
    client.force_login(cast.lena)
    return client


def test_it_makes_json_of_what_was_posted(cast):
    assert posted(SAID, "rule") == {"all": [CARE, {"not": {"any": [KEY]}}]}
    assert RuleFormField().clean(posted(SAID, "rule")) == {"all": [CARE, {"not": {"any": [KEY | {"any_of": ["key"]}]}}]}


@pytest.mark.parametrize(
    ("do", "found"),
    [
        ("remove:rule-0", {"all": [{"not": {"any": [KEY]}}]}),
        ("remove:rule-1", {"all": [CARE]}),
        ("remove:rule-1-0", {"all": [CARE]}),
        ("add:rule-1", {"all": [CARE, {"not": {"any": [KEY, {"field": "industry", "holds": ""}]}}]}),
        ("group:rule", {"all": [CARE, {"not": {"any": [KEY]}}, {"any": [{"field": "industry", "holds": ""}]}]}),
    ],
)
def test_its_buttons_add_and_remove(cast, do, found):
    assert posted(SAID | {"rule-do": do}, "rule") == found


def test_another_field_asks_anew_and_another_operator_keeps_what_was_said(cast):
    other = SAID | {"rule-0-operator": "begins"}
    assert posted(other, "rule")["all"][0] == {"field": "industry", "begins": "Care"}
    other = SAID | {"rule-0-field": "created_at"}
    assert posted(other, "rule")["all"][0] == {"field": "created_at", "last_days": ""}
    other = SAID | {"rule-0-operator": "empty"}
    assert posted(other, "rule")["all"][0] == {"field": "industry", "empty": True}


def test_what_it_shows_is_what_it_reads(cast):
    rule = {"any": [CARE, {"not": {"all": [{"field": "size", "any_of": ["1-9"]}, {"field": "owner", "empty": True}]}},
                    {"field": "created_at", "between": ["2026-05-01", "2026-05-31"]},
                    {"field": "bought", "at_least": {"amount": "100", "currency": "CNY"}}]}  # fmt: skip
    shown = RuleWidget().render("rule", rule)
    for name in ("rule-0-value", "rule-1-0-value", "rule-1-1-operator", "rule-2-value_0", "rule-3-value"):
        assert f'name="{name}"' in shown
    assert 'value="2026-05-31"' in shown
    assert 'value="100 CNY"' in shown


def test_the_page_works_without_script(page, cast):
    said = SAID | {"name": "Care", "members": "rule", "visibility": "everyone"}
    again = page.post(reverse("segments:add"), said | {"rule-do": "add:rule"})
    assert again.status_code == 200
    assert 'name="rule-2-field"' in again.content.decode()
    assert 'value="Care"' in again.content.decode()
    assert not Segment.objects.exists()
    assert page.post(reverse("segments:add"), said).status_code == 302
    assert Segment.objects.get().rule == {"all": [CARE, {"not": {"any": [KEY | {"any_of": ["key"]}]}}]}


def test_what_is_wrong_stands_beside_its_row(page):
    said = SAID | {"name": "Care", "members": "rule", "rule-0-value": ""}
    refused = page.post(reverse("segments:add"), said)
    assert refused.status_code == 422
    assert "data-error" in refused.content.decode().split('id="id_rule-0-field"')[0].rpartition("rule-row")[2]


def test_it_counts_only_clients_that_the_person_sees(page, cast):
    cast.qingchuan.amend(by=cast.lena, industry="Care", tags=[])
    cast.tramlight.amend(by=cast.ida, industry="Care", tags=[])
    said = {name: value for name, value in SAID.items() if not name.startswith("rule-1")}
    assert "Fits 1 client" in page.post(reverse("rule_count", args=["rule"]), said).content.decode()
    assert (
        "Say what is missing" in page.post(reverse("rule_count", args=["rule"]), {"rule-join": "all"}).content.decode()
    )


def test_the_editor_alone_comes_back_for_script(page):
    shown = page.post(reverse("rule_edit", args=["rule"]), SAID | {"rule-do": "add:rule"}).content.decode()
    assert 'id="id_rule-2-field"' in shown
    assert "autofocus" in shown.split('id="id_rule-2-field"')[1].split(">")[0]
