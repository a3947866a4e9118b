"""Who may be meant by values that are not stored yet."""

from zhike.clients.duplicates.candidates import candidates_for
from zhike.clients.duplicates.keeping import bulk_keys
from zhike.clients.models import Client
from zhike.core.timeline.delivery import deliver_all


def test_it_names_the_likeliest_first_with_reasons(cast):
    Client.objects.add(by=cast.lena, name="Alder Ltd", phones=["+441174960001"])
    sure = Client.objects.add(by=cast.lena, name="Alder Inc", emails=["hello@alder.example"])
    deliver_all()
    rows = [{"name": "ALDER", "emails": ["hello@alder.example"]}, {"name": "Nobody yet"}]
    first, second = candidates_for("clients.client", rows, by=cast.lena)
    assert [one.record.name for one in first] == ["Alder Inc", "Alder Ltd"]
    assert first[0].record == sure
    assert first[0].sure
    assert "same e-mail" in [str(one) for one in first[0].reasons]
    assert second == []


def test_it_keeps_silent_about_what_the_person_does_not_see(cast):
    deliver_all()
    assert candidates_for("clients.client", [{"name": "晴川医疗"}], by=cast.ida) == [[]]
    assert candidates_for("clients.client", [{"name": "晴川医疗"}], by=cast.omar) != [[]]


def test_a_chunk_of_any_size_takes_two_statements(cast, django_assert_num_queries):
    made = [Client.objects.add(by=cast.lena, name=f"Alder {number}") for number in range(30)]
    bulk_keys(made)
    rows = [{"name": f"Alder {number} Ltd"} for number in range(30)]
    with django_assert_num_queries(2):
        found = candidates_for("clients.client", rows, by=cast.ada)
    assert [row[0].record for row in found] == made


def test_keys_of_the_bulk_twin_are_those_of_the_reaction(cast):
    from zhike.clients.duplicates.models import MatchKey

    made = Client.objects.add(
        by=cast.lena, name="杭州云栖茶业有限公司", phones=["+8657187654321"], website="https://y.example"
    )
    bulk_keys([made])
    by_twin = set(MatchKey.objects.values_list("record_id", "kind", "key"))
    MatchKey.objects.all().delete()
    deliver_all()
    mine = MatchKey.objects.filter(record_type="clients.client", record_id=made.pk)
    assert set(mine.values_list("record_id", "kind", "key")) == by_twin
