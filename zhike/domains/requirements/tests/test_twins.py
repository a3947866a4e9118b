"""What is wanted, and the no with its but, in two languages."""

from django.utils import translation

from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.spoken import spoken
from zhike.agreements.twins.tests.reading import read, stands_first
from zhike.agreements.workflows import read_back
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.requirements.tests.conftest import MEANT

MEANT_EN = "Only 3 entrances on the home page, live on 3 May"


def test_the_wording_goes_to_the_client_in_both(cast, wanting, client):
    wanted = wanting.analysed()
    wanted.write_twin(by=cast.lena, of="wording", twin=MEANT_EN)
    wanted.ask(by=cast.lena)
    assert (wanted.entry.text, wanted.entry.twin, wanted.entry.prevails) == (MEANT, MEANT_EN, "zh")
    _readback, address = read_back([wanted.entry], by=cast.lena, contact=cast.clara, title="x")
    assert stands_first(read(client, address, "en"), MEANT_EN, MEANT)
    assert stands_first(read(client, address, "zh-hans"), MEANT, MEANT_EN)


def test_how_one_can_tell_goes_along_in_both(cast, wanting, client):
    wanted = wanting.heard()
    wanted.analyse(by=cast.lena, wording=MEANT, measure="3 秒内打开")
    wanted.write_twin(by=cast.lena, of="measure", twin="It opens within 3 seconds")
    wanted.ask(by=cast.lena)
    _readback, address = read_back([wanted.entry], by=cast.lena, contact=cast.clara, title="x")
    assert stands_first(read(client, address, "en"), "It opens within 3 seconds", "3 秒内打开")


def test_no_because_but_we_can_is_read_in_ones_own_language(cast, wanting):
    wanted = wanting.heard()
    wanted.decline(by=cast.lena, reason="老系统不支持", instead="先做短信\n六月再做微信")
    wanted.write_twin(by=cast.lena, of="reason", twin="The old system cannot do it")
    wanted.write_twin(by=cast.lena, of="instead", twin="Text messages first\nWeChat in June")
    told = spoken(wanted)
    for language, reason, other in (
        ("en", "The old system cannot do it", "老系统不支持"),
        ("zh-hans", "老系统不支持", "The old system cannot do it"),
    ):  # fmt: skip
        with translation.override(language):
            assert (told.reason, told.wordings["reason"].other) == (reason, other)


def test_a_change_of_one_raises_the_alarm(cast, wanting):
    wanted = wanting.analysed()
    wanted.write_twin(by=cast.lena, of="wording", twin=MEANT_EN)
    wanted.analyse(by=cast.lena, wording="首页只留四个入口")
    deliver_all()
    assert Twin.objects.behind().get().key == "wording"
    wanted.ask(by=cast.lena)
    assert wanted.entry.twin == "", "what is behind does not go into the ledger"
