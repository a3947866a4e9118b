import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from zhike.core.access.models import User
from zhike.core.discussion.workflows import comment
from zhike.core.search.finding import Found, find
from zhike.core.search.matching import matching
from zhike.core.search.models import SearchEntry
from zhike.core.search.reindex import reindex
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.models import Todo

Client, Contact = (apps.get_model("clients", name) for name in ("Client", "Contact"))
Position = apps.get_model("clients.Position")
Conversation = apps.get_model("conversations.Conversation")


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast with something to find, all of it indexed."""
    Client.objects.add(
        by=cast.lena, name="长沙曾国藩书院", phones=["+8613800138000"], visibility="team", owner=cast.lena
    )
    Contact.objects.add(by=cast.lena, name="曾国藩", client=cast.qingchuan, emails=["zeng@xiang.example"])
    Contact.objects.add(by=cast.lena, name="单田芳", client=cast.qingchuan, phones=["+861065521234"])
    Conversation.objects.add(
        by=cast.lena, client=cast.qingchuan, kind="call", text="他们希望下周之前收到报价单。They were running late."
    )
    Conversation.objects.add(by=cast.ida, client=cast.tramlight, kind="note", text="The prices of 报价单 are secret")
    deliver_all()
    return cast


def names(found: Found) -> set[str]:
    return {hit.name for hit in found.best}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("川医", "晴川医疗"),
        ("晴", "晴川医疗"),
        ("晴川医疗科技有限公司", "晴川医疗"),
        ("qingchuan", "晴川医疗"),
        ("qing chuan", "晴川医疗"),
        ("qcyl", "晴川医疗"),
        ("zeng guofan", "曾国藩"),
        ("cengguo", "曾国藩"),
        ("zgf", "曾国藩"),
        ("shan", "单田芳"),
        ("dantian", "单田芳"),
        ("陈总", "陈岚"),
        ("1380013", "长沙曾国藩书院"),
        ("138 0013 8000", "长沙曾国藩书院"),
        ("38000", "长沙曾国藩书院"),
        ("010 6552", "单田芳"),
        ("zeng@xiang.example", "曾国藩"),
        ("xiang", "曾国藩"),
        ("下周之前", "他们希望下周之前收到报价单。They were running late."),
        ("run", "他们希望下周之前收到报价单。They were running late."),
        ("runs", "他们希望下周之前收到报价单。They were running late."),
        ("lat", "他们希望下周之前收到报价单。They were running late."),
        ("报价 late", "他们希望下周之前收到报价单。They were running late."),
    ],
)
def test_it_finds_what_one_would_type(told: Cast, typed: str, name: str) -> None:
    assert name in names(find(typed, told.lena))


@pytest.mark.parametrize("typed", ["报价 sunshine", "川晴", "", "  ", "😎", "zzzz", "CL-999999"])
def test_it_finds_nothing_where_a_word_is_missing(told: Cast, typed: str) -> None:
    found = find(typed, told.lena)
    assert (found.total, found.groups, found.best) == (0, [], [])


def test_a_reference_comes_first(told: Cast) -> None:
    Todo.objects.add(by=told.lena, title=f"Ask {told.qingchuan.reference} about it", owner=told.lena)
    deliver_all()
    found = find(told.qingchuan.reference.lower(), told.lena)
    assert found.best[0].record == told.qingchuan
    assert len(found.best) == 2


def test_who_is_called_just_so_comes_before_who_only_has_it_in_the_name(told: Cast) -> None:
    assert find("曾国藩", told.lena).best[0].name == "曾国藩"
    assert find("zengguofan", told.lena).best[0].name == "曾国藩"


def test_each_finds_only_what_they_may_see(told: Cast) -> None:
    for person in (told.lena, told.omar, told.mona, told.rita, told.ada):
        assert "陈岚" in names(find("chenlan", person))
    assert names(find("chenlan", told.ida)) == set()
    assert names(find("Emil", told.ida)) == {"Emil Moreau"}
    assert names(find("Emil", told.lena)) == set()


def test_a_stranger_does_not_even_learn_how_many_there_are(told: Cast) -> None:
    assert find("报价单", told.ada).total == 2
    assert find("报价单", told.ida).total == find("报价单", told.lena).total == 1
    assert find(told.qingchuan.reference, told.ida).total == 0
    assert not matching(Client.objects.visible_to(told.ida), "晴川").exists()


def test_who_left_finds_nothing(told: Cast) -> None:
    told.lena.is_active = False
    assert find("晴川", told.lena).total == 0


def test_it_believes_the_present_rather_than_the_index(told: Cast) -> None:
    told.clara.amend(by=told.ada, client=told.tramlight)
    assert "陈岚" not in names(find("chenlan", told.lena))


def test_a_contact_of_two_clients_is_found_through_either_and_once(told: Cast) -> None:
    Position.objects.create(contact=told.clara, client=told.tramlight)
    reindex(["clients.contact"])
    assert names(find("chenlan", told.ida)) == {"陈岚"}
    assert find("chenlan", told.ada).total == 1
    assert find("chenlan", told.ida).best[0].client_name == "Tramlight"


def test_one_s_own_to_do_is_found_without_a_client(told: Cast) -> None:
    Todo.objects.add(by=told.ida, title="Buy tea", owner=told.ida)
    deliver_all()
    assert names(find("tea", told.ida)) == {"Buy tea"}
    assert find("tea", told.lena).total == 0


def test_what_was_archived_is_found_last(told: Cast) -> None:
    other = Client.objects.add(by=told.lena, name="晴川医疗", owner=told.lena)
    told.qingchuan.archive(by=told.lena)
    deliver_all()
    first, last = find("晴川医疗", told.lena, ["clients"]).best
    assert (first.record, first.archived) == (other, False)
    assert (last.record, last.archived) == (told.qingchuan, True)


def test_it_follows_a_change_of_name(told: Cast) -> None:
    told.qingchuan.amend(by=told.lena, name="远山医疗", short_name="")
    deliver_all()
    assert names(find("晴川", told.lena, ["clients"])) == set()
    assert names(find("yuanshan", told.lena, ["clients"])) == {"远山医疗"}
    assert find("chenlan", told.lena).best[0].subtitle == "远山医疗"


def test_what_is_gone_leaves_the_index(told: Cast) -> None:
    told.clara.amend(by=told.lena, about="soon gone")
    Contact.objects.filter(pk=told.clara.pk).delete()
    deliver_all()
    assert not SearchEntry.objects.filter(record_type="clients.contact", record_id=told.clara.pk).exists()


def test_own_fields_are_found(told: Cast) -> None:
    Client.objects.filter(pk=told.qingchuan.pk).update(
        custom={"tier": "platinum", "lead": {"id": 1, "text": "Ottokar"}}
    )
    reindex()
    assert names(find("platinum", told.lena)) == names(find("Ottokar", told.lena)) == {"晴川医疗"}


def test_reindexing_changes_nothing_that_was_right(told: Cast) -> None:
    fields = ("record_type", "record_id", "client_id", "archived", "vector")
    before = set(SearchEntry.objects.values_list(*fields))
    done: list[tuple[int, int]] = []
    count = reindex(progress=lambda now, of: done.append((now, of)))
    found = set(SearchEntry.objects.values_list(*fields))
    by_migrations = {("clock.calendar", 1), ("access.user", User.objects.system().pk)}  # of which no event tells
    assert before <= found
    assert {one[:2] for one in found - before} <= by_migrations
    assert done[-1] == (count, count)


def test_the_number_of_statements_does_not_grow(told: Cast) -> None:
    few = _statements(told)
    for number in range(10):
        Contact.objects.add(by=told.lena, name=f"陈{number}", client=told.qingchuan)
        Conversation.objects.add(by=told.lena, client=told.qingchuan, text=f"陈 {number}")
    deliver_all()
    assert _statements(told) == few


def _statements(told: Cast) -> int:
    Conversation.objects.add(by=told.lena, client=told.qingchuan, text="陈")
    deliver_all()
    find("陈", told.omar, limit=50)  # what is kept for two seconds is fresh now
    with CaptureQueriesContext(connection) as seen:
        assert find("陈", told.omar, limit=50).total
    return len(seen)


def test_a_list_is_narrowed_by_the_same_words(told: Cast) -> None:
    seen = Client.objects.visible_to(told.lena)
    assert list(matching(seen, "qcyl")) == [told.qingchuan]
    assert list(matching(seen, "  ")) == list(seen)
    assert not matching(seen, "?!").exists()


def test_a_comment_is_found_until_it_is_withdrawn(told: Cast) -> None:
    said, _mentions = comment(told.qingchuan, by=told.lena, text="Mind the gap in their budget")
    deliver_all()
    hit = find("budget gap", told.omar).best[0]
    assert hit.url == f"/clients/{told.qingchuan.reference}/?tab=talk#{said.reference}"
    assert find("budget gap", told.ida).total == 0
    said.archive(by=told.lena)
    deliver_all()
    assert find("budget gap", told.omar).total == 0
