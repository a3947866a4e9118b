"""Lena draws how something goes."""

import pytest

from zhike.core.access.models import Token
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event
from zhike.domains.requirements.flows.errors import CellTaken, MovedAlready, OutsideTheDrawing
from zhike.domains.requirements.flows.models import Flow
from zhike.domains.requirements.models import Requirement


def test_what_comes_next_stands_below_and_is_joined(drawn):
    first = drawn.node("打开小程序", shape="start")
    asked = drawn.node("已绑定家人？", shape="decision", after=first)
    book, bind = (drawn.node(text, after=asked, words=word) for text, word in (("选医生", "是"), ("先绑定", "否")))
    assert [(one.column, one.row) for one in (first, asked, book, bind)] == [(0, 0), (0, 1), (0, 2), (1, 2)]
    assert {(str(one.before), str(one.after), one.words) for one in drawn.flow.arrows.all()} == {
        ("打开小程序", "已绑定家人？", ""), ("已绑定家人？", "选医生", "是"), ("已绑定家人？", "先绑定", "否"),
    }  # fmt: skip


def test_it_moves_to_a_free_cell_only(drawn):
    one, other = drawn.node("一"), drawn.node("二")
    drawn.flow.move_node(by=drawn.lena, node=one, column=3, row=2)
    assert (one.column, one.row) == (3, 2)
    drawn.flow.move_node(by=drawn.lena, node=one, way="left")
    assert (one.column, one.row) == (2, 2)
    with pytest.raises(CellTaken, match="二"):
        drawn.flow.move_node(by=drawn.lena, node=one, column=other.column, row=other.row)
    with pytest.raises(OutsideTheDrawing):
        drawn.flow.move_node(by=drawn.lena, node=other, way="left")


def test_a_stale_move_is_told(drawn):
    one = drawn.node("一")
    drawn.flow.move_node(by=drawn.lena, node=one, column=1, row=1, seen="0,0")
    with pytest.raises(MovedAlready, match="一"):
        drawn.flow.move_node(by=drawn.lena, node=one, column=2, row=2, seen="0,0")


def test_it_is_changed_and_taken_out_with_its_arrows(drawn):
    one = drawn.node("一")
    other = drawn.node("二", after=one)
    drawn.flow.change_node(by=drawn.lena, node=one, text="壹", shape="start")
    assert drawn.flow.nodes.first().text == "壹"
    drawn.flow.join(by=drawn.lena, before=other, after=one, words="再来")
    drawn.flow.join(by=drawn.lena, before=other, after=one, words="重来")
    assert drawn.flow.arrows.get(before=other).words == "重来"
    drawn.flow.part(by=drawn.lena, arrow=drawn.flow.arrows.get(before=other))
    drawn.flow.remove_node(by=drawn.lena, node=one)
    assert not drawn.flow.arrows.exists()
    assert Event.objects.filter(record_id=drawn.flow.pk, kind="flow.node_removed").get().fact("what") == "壹"


def test_a_reader_draws_nothing(drawn, cast):
    with pytest.raises(Forbidden):
        drawn.flow.add_node(by=cast.rita, text="一")


def test_its_page_draws_it_and_says_it_in_words(drawn, cast, client):
    wanted = Requirement.objects.add(
        by=cast.lena, client=cast.qingchuan, owner=cast.lena, statement="三步挂上号", source_text="电话"
    )
    asked = drawn.node("有号？", shape="decision")
    drawn.node("付款", after=asked, words="有", requirement=wanted)
    client.force_login(cast.lena)
    page = client.get(f"/flows/{drawn.flow.reference}/").content.decode()
    assert '<svg class="flow-drawing"' in page and "if “有”: 2. 付款" in page and wanted.reference in page
    where = client.get(f"/requirements/{wanted.reference}/").content.decode()
    assert drawn.flow.reference in where
    assert drawn.flow.reference in client.get(f"/projects/{drawn.flow.project.reference}/").content.decode()


def test_it_is_drawn_on_its_page(drawn, cast, client):
    client.force_login(cast.lena)
    address = f"/flows/{drawn.flow.reference}/step/"
    client.post(f"{address}add_node/", {"text": "打开小程序", "shape": "start"})
    one = drawn.flow.nodes.get()
    assert "打开小程序" in client.get(f"{address}change_node/?node={one.pk}").content.decode()
    client.post(f"{address}move_node/", {"node": one.pk, "way": "right", "seen": "0,0"})
    page = client.post(f"{address}move_node/", {"node": one.pk, "way": "right", "seen": "0,0"}, follow=True)
    assert "meanwhile" in page.content.decode()
    assert client.post(f"{address}join/", {"before": one.pk, "after": one.pk}).status_code == 422
    client.post(f"{address}remove_node/", {"node": one.pk})
    gone = client.post(f"{address}remove_node/", {"node": one.pk})
    assert gone.status_code == 422 and "no longer in the flow" in gone.content.decode()


def test_it_is_of_a_project_or_a_requirement(cast, client, drawn):
    client.force_login(cast.lena)
    page = client.post("/flows/new/", {"title": "退号"})
    assert page.status_code == 422 and "Of which project or requirement" in page.content.decode()
    client.post("/flows/new/", {"title": "退号", "project": drawn.flow.project.pk})
    assert Flow.objects.get(title="退号").client == cast.qingchuan


def test_programs_read_its_steps(drawn, cast, client):
    one = drawn.node("一")
    other = drawn.node("二", after=one)
    _token, secret = Token.objects.issue(by=cast.lena, name="Flows", scopes=["read"])
    told = client.get(
        f"/api/v1/flows/{drawn.flow.reference}/flow_steps", headers={"Authorization": f"Bearer {secret}"}
    ).json()
    assert told["data"][0]["next"][0]["node"] == other.pk
