"""A day whose year is a slip of the pen is refused, by page, program and file alike."""

import pytest

from zhike.clients.plans.forms import PlanForm
from zhike.core.todos.models import Todo
from zhike.surfaces.api.tests.conftest import program_of

SAID = "Look at the year: 1800 to 2999 can be meant."


@pytest.mark.parametrize("day", ["0202-05-03", "9999-12-31"])
def test_it_is_refused_with_a_word(cast, client, day):
    client.force_login(cast.lena)
    answer = client.post("/todos/new/", {"title": "Call", "owner": cast.lena.pk, "due_on": day})
    assert answer.status_code == 422 and SAID in answer.text
    said = program_of(cast.lena).post("todos", {"title": "Call", "owner": cast.lena.pk, "due_on": day})
    assert said.status_code == 422 and SAID in said.content.decode()
    _values, faults = PlanForm(by=cast.lena).clean_row({"client": cast.qingchuan, "every": 5, "starts_on": day})
    assert faults["starts_on"] == [SAID]
    assert not Todo.objects.exists()


def test_steps_refuse_it_too(cast, client):
    todo = Todo.objects.add(by=cast.lena, title="Call", owner=cast.lena)
    client.force_login(cast.lena)
    answer = client.post(f"/todos/{todo.reference}/step/snooze/", {"until": "9999-12-31"})
    assert answer.status_code == 422 and SAID in answer.text
