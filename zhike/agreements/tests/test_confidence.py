"""How sure we are to meet an expectation is ours alone, may change, and is no part of the words."""

from zhike.agreements.forms import ExpectationForm
from zhike.agreements.models import Expectation
from zhike.agreements.workflows import read_back


def noted(cast, **more):
    said = {"client": cast.qingchuan.pk, "text": "十分钟内挂上号", "contact": cast.clara.pk, "measure": "八成用户"}
    form = ExpectationForm(said | more, by=cast.lena)
    assert form.is_valid(), form.errors
    return form.save(by=cast.lena)


def test_it_is_noted_and_changes_while_the_words_stay(cast):
    entry = noted(cast, confidence="4")
    entry.confirm(by=cast.lena, contact=cast.clara, how="call")
    form = ExpectationForm({"confidence": "2", "owner": cast.lena.pk}, instance=entry, by=cast.lena)
    assert "text" not in form.fields and form.is_valid(), form.errors
    form.save(by=cast.lena)
    entry = Expectation.objects.get()
    assert (entry.confidence, entry.state, entry.text) == (2, "confirmed", "十分钟内挂上号")


def test_other_words_take_it_along(cast):
    entry = noted(cast, confidence="3")
    entry.renegotiate(by=cast.lena, reason="接口慢", text="十五分钟内挂上号", agreed_by=cast.clara, how="call")
    assert Expectation.objects.get(state="confirmed").confidence == 3


def test_it_stands_on_our_page_and_not_behind_the_link(cast, client):
    entry = noted(cast, confidence="1")
    client.force_login(cast.lena)
    assert "How sure we are to meet it" in client.get(f"/expectations/{entry.reference}/").text
    _readback, address = read_back([entry], by=cast.lena, contact=cast.clara, title="x")
    client.logout()
    assert "How sure" not in client.get(address).text
