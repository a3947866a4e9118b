"""Pins at the lines of a text, which are found again in its next version."""

from types import SimpleNamespace

from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.files.models import Attachment
from zhike.domains.projects.steps import PinForm
from zhike.domains.projects.tests.test_deliverable import opened
from zhike.domains.projects.text import line_now, passage_of

FIRST = "挂号须知\n每人每天限挂两个号\n退号请提前一天\n"
SECOND = "挂号须知\n请带身份证\n每人每天限挂两个号\n退号当天也可以\n"


def written(site, text=FIRST):
    deliverable = site.deliverable(versions=0)
    write(site, deliverable, text)
    return deliverable


def write(site, deliverable, text):
    file = Attachment.objects.attach(ContentFile(text.encode(), "须知.txt"), to=deliverable, by=site.lena)
    deliverable.hand_in(by=site.lena, file=file)


def test_clara_points_at_a_line_by_link(site, cast, client):
    deliverable = written(site)
    path = opened(site, cast, client, deliverable)
    page = client.get(path).content.decode()
    assert 'data-line="2"' in page and "每人每天限挂两个号" in page
    assert client.post(path, {"said": "pin", "seen": 1, "text": "太少", "line": "9"}).status_code == 422
    assert client.post(path, {"said": "pin", "seen": 1, "text": "太少"}).status_code == 422
    client.post(path, {"said": "pin", "seen": 1, "text": "太少", "line": "2"})
    pin = deliverable.pins.get()
    assert (pin.line, pin.passage, pin.contact) == (2, "每人每天限挂两个号", cast.clara)


def test_a_pin_goes_with_its_words_into_the_next_version(site, cast, client):
    deliverable = written(site)
    for line, text in ((2, "太少"), (3, "当天行吗")):
        form = PinForm({"text": text, "line": line}, record=deliverable)
        assert form.is_valid()
        deliverable.pin(by=site.lena, contact=cast.clara, **form.cleaned_data)
    write(site, deliverable, SECOND)
    client.force_login(cast.lena)
    page = client.get(f"/deliverables/{deliverable.reference}/").content.decode()
    assert '<span>每人每天限挂两个号</span><span class="review-number">1</span>' in page
    assert "退号请提前一天" in page and "当天行吗" in page  # its words are gone from the text, and still told
    beside = client.get(f"/deliverables/{deliverable.reference}/versions/").content.decode()
    assert '<span>退号请提前一天</span><span class="review-number">2</span>' in beside and "请带身份证" in beside


def test_a_picture_has_no_lines_and_a_text_no_place(site):
    assert "line" not in PinForm(record=site.deliverable()).fields
    assert not {"place", "x", "y"} & set(PinForm(record=written(site)).fields)


@given(st.lists(st.text(alphabet="ab ", max_size=3), min_size=1, max_size=8), st.data())
def test_it_stands_at_a_line_with_just_its_words_or_nowhere(lines, data):
    at = data.draw(st.integers(1, len(lines)))
    pin = SimpleNamespace(line=at, passage=passage_of(lines[at - 1]))
    assert line_now(pin, lines) == at
    changed = data.draw(st.permutations(lines))
    found = line_now(pin, changed)
    assert found is not None and passage_of(changed[found - 1]) == pin.passage
    assert line_now(pin, ["something else"]) is None
