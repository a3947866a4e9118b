"""A person who asks for it is forgotten, everywhere; what is not about the person stays."""

import pytest
from django.db import IntegrityError, connection, transaction

from zhike.clients.merging.errors import CannotMerge
from zhike.clients.merging.models import Merge
from zhike.clients.merging.undoing import unmerge
from zhike.clients.models import Contact
from zhike.clients.privacy.erasing import Known, erase
from zhike.clients.privacy.errors import CannotErase
from zhike.clients.privacy.models import Erasure
from zhike.clients.privacy.tests.conftest import NAME, TRACES
from zhike.clients.privacy.tests.everywhere import places_of
from zhike.core.documents.kept import folder
from zhike.core.files import store
from zhike.core.lifecycle.errors import Forbidden, StaleEdit
from zhike.core.mail.models import Letter, State
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.conversations.models import Conversation
from zhike.domains.conversations.workflows import log

WHY = "Asked for it by mail"


def ticked(person):
    return [one.key for one in Known(person).mentions]


def test_nothing_of_the_person_is_left_in_any_column_of_any_table(cast, trail, django_capture_on_commit_callbacks):
    assert {one.partition(": ")[2] for one in places_of(TRACES)} >= set(TRACES) - {"138 1234 9876"}
    path = store.path_of(trail.file.stored)
    kept = folder() / "dossier.pdf"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(NAME.encode())
    with django_capture_on_commit_callbacks(execute=True):
        done = erase(trail.zhiwei, by=cast.mona, reason=WHY, ticked=ticked(trail.zhiwei))
    deliver_all()
    assert places_of(TRACES) == []
    assert not path.exists() and not kept.exists()
    assert done.counts["left"] == 0
    assert done.counts["files"] == 1


def test_what_is_about_the_client_stays_without_the_name(cast, trail):
    erase(trail.zhiwei, by=cast.mona, reason=WHY, ticked=ticked(trail.zhiwei))
    talk = Conversation.objects.get(pk=trail.talk.pk)
    assert talk.text == "Erased person（…，…）wants a quote"
    assert [str(one) for one in talk.contacts.all()] == ["Erased person"]
    assert str(cast.clara) == "陈岚"


def test_a_letter_that_waits_is_not_sent_any_more(cast, trail):
    assert trail.letter.state == State.WAITING
    erase(trail.zhiwei, by=cast.mona, reason=WHY)
    letter = Letter.objects.get(pk=trail.letter.pk)
    assert (letter.state, letter.to) == (State.CANCELLED, "nobody@example.invalid")


def test_a_text_that_was_not_ticked_is_left_and_counted(cast, trail):
    todo = f"todos.todo:{trail.todo.pk}"
    done = erase(trail.zhiwei, by=cast.mona, reason=WHY, ticked=[one for one in ticked(trail.zhiwei) if one != todo])
    trail.todo.refresh_from_db()
    assert trail.todo.title == f"Ring {NAME}"
    assert done.counts["left"] >= 1


def test_somebody_elsewhere_with_the_same_name_is_offered_but_not_chosen(cast, trail):
    other = Contact.objects.add(by=cast.ida, name=NAME, client=cast.tramlight)
    talk = log(by=cast.ida, client=cast.tramlight, kind="call", text=f"{NAME} rang", contacts=[other])
    found = {one.key: one.near for one in Known(trail.zhiwei).mentions}
    assert found[f"clients.contact:{other.pk}"] is False
    assert found[f"conversations.conversation:{talk.pk}"] is False
    assert found[f"todos.todo:{trail.todo.pk}"] is True


def test_its_merges_can_no_longer_be_taken_apart(cast, trail):
    erase(trail.zhiwei, by=cast.mona, reason=WHY)
    done = Merge.objects.get(record_id=trail.zhiwei.pk)
    assert done.erased and done.before == {}
    with pytest.raises(CannotMerge):
        unmerge(done, by=cast.ada)


def test_who_does_not_lead_erases_nobody(cast, trail):
    for person in (cast.lena, cast.rita, cast.ida):
        with pytest.raises(Forbidden):
            erase(trail.zhiwei, by=person, reason=WHY)
    assert not Erasure.objects.exists()


def test_it_wants_a_reason_the_latest_version_and_the_record_that_stands(cast, trail):
    with pytest.raises(CannotErase):
        erase(trail.zhiwei, by=cast.mona, reason="  ")
    with pytest.raises(StaleEdit):
        erase(trail.zhiwei, by=cast.mona, reason=WHY, version=1)
    merged = Contact.objects.get(merged_into=trail.zhiwei)
    with pytest.raises(CannotErase):
        erase(merged, by=cast.mona, reason=WHY)


def test_the_record_of_it_names_nobody_and_is_never_changed(cast, trail):
    done = erase(trail.zhiwei, by=cast.mona, reason=f"{NAME} asked for it")
    assert done.reason == "Erased person asked for it"
    for statement in ("update privacy_erasure set reason = ''", "delete from privacy_erasure"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_second_time_changes_nothing_but_is_noted(cast, trail):
    erase(trail.zhiwei, by=cast.mona, reason=WHY, ticked=ticked(trail.zhiwei))
    erase(trail.zhiwei, by=cast.mona, reason="After a restore")
    assert Erasure.objects.count() == 2
