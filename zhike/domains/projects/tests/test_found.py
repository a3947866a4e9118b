"""What search says of a project and of what stands in it: whose it is, once."""

from zhike.core.search.finding import find
from zhike.core.timeline.delivery import deliver_all


def test_the_client_is_named_once(cast, site):
    task = site.task("首页设计稿")
    deliver_all()
    told = {hit.record: hit.subtitle for word in ("官网改版", "首页设计稿") for hit in find(word, cast.lena).best}
    assert told[site.project] == "晴川医疗"
    assert told[task] == "晴川医疗 · 官网改版"
