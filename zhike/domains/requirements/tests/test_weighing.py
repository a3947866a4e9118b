"""How soon, whether at all, and what the market says."""

import pytest

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.domains.requirements.errors import NoPath
from zhike.domains.requirements.models import Ranking, Requirement
from zhike.domains.requirements.ranking import set_ranking
from zhike.domains.requirements.weighing_steps import PathForm, RateForm

RICE = {"reach": 500, "impact": "3", "confidence": "100", "effort": "2", "reason": "窗口每天五百人"}


def rate(wanted, by, **said):
    form = RateForm(said, record=wanted, by=by)
    assert form.is_valid(), form.errors
    wanted.rate(by=by, **form.cleaned_data)


def test_musts_come_first_where_nobody_chose_otherwise(wanting):
    could, must = wanting.heard(kind="could"), wanting.heard(kind="must")
    assert list(Requirement.objects.order_by("-priority")) == [must, could]
    rate(could, wanting.lena, kind="must", reason="院长要")
    assert (could.kind, could.priority, could.ratings.get().reason) == ("must", 3, "院长要")


def test_how_much_was_agreed_is_not_rated_anew(wanting, cast):
    with pytest.raises(WrongState):
        wanting.agreed().rate(by=cast.lena, kind="could", reason="x")


def test_a_project_has_its_own_method_and_ratings_are_kept(wanting, cast, site):
    here, elsewhere = wanting.heard(project=site.project), wanting.heard()
    set_ranking(by=cast.lena, project=site.project, method="rice")
    here.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (here.method, here.priority, elsewhere.method) == ("rice", 0, "moscow")
    rate(here, cast.omar, **RICE)
    assert here.priority == 750
    set_ranking(by=cast.lena, project=site.project, method="moscow")
    here.refresh_from_db()
    assert here.priority == 2
    set_ranking(by=cast.lena, project=site.project, method="rice")
    here.refresh_from_db()
    assert here.priority == 750
    assert wanting.heard(project=site.project).method == "rice"


def test_who_leads_chooses_for_all_and_projects_keep_theirs(wanting, cast, site):
    here, elsewhere = wanting.heard(project=site.project), wanting.heard()
    set_ranking(by=cast.lena, project=site.project, method="rice")
    with pytest.raises(Forbidden):
        set_ranking(by=cast.lena, method="kano")
    set_ranking(by=cast.mona, method="kano")
    for one in (here, elsewhere):
        one.refresh_from_db()
    assert (here.method, elsewhere.method) == ("rice", "kano")
    rate(elsewhere, cast.lena, there="1", missing="5", reason="访谈")
    assert (elsewhere.ratings.get().values["category"], elsewhere.priority) == ("O", 3)


def test_a_weight_changes_what_marks_come_to(wanting, cast):
    set_ranking(by=cast.mona, method="weighted", value=1, urgency=0, fit=0, ease=1, certainty=0)
    wanted = wanting.heard()
    rate(wanted, cast.lena, value=5, urgency=0, fit=0, ease=2, certainty=0, reason="x")
    assert wanted.priority == 3.5
    assert Ranking.objects.ruling(None).weights["value"] == 1


def test_a_method_wants_all_its_answers_and_a_reason(wanting, cast):
    set_ranking(by=cast.mona, method="rice")
    form = RateForm({"reach": 5}, record=wanting.heard(), by=cast.lena)
    assert not form.is_valid() and {"impact", "effort", "confidence", "reason"} == form.errors.keys()


def test_whoever_reads_rates_nothing_and_ranks_nothing(wanting, cast, site):
    with pytest.raises(Forbidden):
        wanting.heard().rate(by=cast.rita, kind="must", reason="x")
    with pytest.raises(Forbidden):
        set_ranking(by=cast.rita, project=site.project, method="rice")


def test_no_verdict_before_a_way_was_looked_at(wanting, cast):
    wanted = wanting.heard()
    with pytest.raises(NoPath):
        wanted.judge(by=cast.lena, verdict="yes", reason="x")
    form = PathForm({"way": "用现成的号源接口"}, record=wanted, by=cast.lena)
    assert not form.is_valid()
    form = PathForm({"way": "用现成的号源接口", "days": 8, "cost": "12000"}, record=wanted, by=cast.lena)
    assert form.is_valid(), form.errors
    wanted.add_path(by=cast.lena, **form.cleaned_data)
    way = wanted.paths.get()
    assert way.currency
    wanted.judge(by=cast.omar, verdict="if", reason="要信息中心先开接口", path=way)
    way.refresh_from_db()
    assert (wanted.verdict, way.chosen) == ("if", True)
    assert Event.objects.get(kind="requirement.judged").fact("verdict") == "if"
    with pytest.raises(Forbidden):
        wanted.judge(by=cast.rita, verdict="no", reason="x")


def test_what_is_built_is_weighed_no_more(wanting, cast):
    wanted = wanting.agreed()
    wanted.finish(by=cast.lena)
    for act in (wanted.add_path, wanted.add_evidence):
        with pytest.raises(WrongState):
            act(by=cast.lena, way="x", said="x")


def test_the_page_shows_priority_ways_and_the_market(wanting, cast, client):
    wanted = wanting.heard()
    wanted.add_path(by=cast.lena, way="用现成的号源接口", days=8)
    wanted.add_evidence(
        by=cast.lena, kind="rival", said="同济的预约页只要三步", who="同济医院", url="https://example.com/a"
    )
    rate(wanted, cast.lena, kind="must", reason="投诉最多")
    client.force_login(cast.lena)
    page = client.get(f"/requirements/{wanted.reference}/").content.decode()
    for words in ("用现成的号源接口", "同济的预约页只要三步", "投诉最多", "https://example.com/a"):
        assert words in page


def test_the_method_is_chosen_on_a_page(wanting, cast, site, client):
    client.force_login(cast.lena)
    where = f"/projects/{site.project.reference}/ranking/"
    said = {"method": "rice", "value": 1, "urgency": 1, "fit": 1, "ease": 1, "certainty": 1}
    assert client.get(where).status_code == 200
    assert client.post(where, said).status_code == 302
    assert Ranking.objects.ruling(site.project.pk).method == "rice"
    assert client.post("/settings/ranking/", said).status_code == 403
