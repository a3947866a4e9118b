"""Drafts: uploaded before their record is there, claimed when it is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Client
from zhike.core.access.models import User
from zhike.core.files import store
from zhike.core.files.claim import claim
from zhike.core.files.models import Attachment
from zhike.core.files.sweep import forget_drafts, remove_orphans
from zhike.core.files.tests.conftest import upload
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event

TWO_DAYS = timedelta(days=2)


def test_it_hangs_ones_own_drafts_on_the_record(lena: User, qingchuan: Client) -> None:
    one, two = (Attachment.objects.attach(upload(name), by=lena) for name in ("a.txt", "b.txt"))
    claimed = claim([one.pk, two.reference, "", "FL-", "nonsense", "9" * 30], qingchuan, by=lena)
    assert [file.name for file in claimed] == ["a.txt", "b.txt"]
    assert list(Attachment.objects.on(qingchuan)) == [one, two]
    told = Event.objects.filter(kind="file.attached", client=qingchuan)
    assert {event.facts["name"] for event in told} == {"a.txt", "b.txt"}


def test_it_never_takes_the_draft_of_someone_else(lena: User, omar: User, qingchuan: Client) -> None:
    draft = Attachment.objects.attach(upload(), by=omar)
    assert claim([draft.pk], qingchuan, by=lena) == []
    assert Attachment.objects.get(pk=draft.pk).is_draft


def test_it_never_moves_a_file_that_hangs_somewhere(lena: User, qingchuan: Client, tramlight: Client) -> None:
    file = Attachment.objects.attach(upload(), by=lena, to=qingchuan)
    assert claim([file.pk], tramlight, by=lena) == []
    assert list(Attachment.objects.on(qingchuan)) == [file]


def test_it_refuses_a_reader(rita: User, qingchuan: Client) -> None:
    with pytest.raises(Forbidden):
        claim([1], qingchuan, by=rita)


def test_it_forgets_drafts_after_a_day_and_nothing_else(
    lena: User, qingchuan: Client, django_capture_on_commit_callbacks: object
) -> None:
    draft, kept = (
        Attachment.objects.attach(upload(), by=lena),
        Attachment.objects.attach(upload(), by=lena, to=qingchuan),
    )
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert forget_drafts(timezone.now()) == 0
        assert forget_drafts(timezone.now() + TWO_DAYS) == 1
        assert forget_drafts(timezone.now() + TWO_DAYS) == 0
    assert not store.path_of(draft.stored).exists() and store.path_of(kept.stored).exists()
    assert Event.objects.filter(kind="record.archived", record_id=draft.pk).exists()


def test_it_removes_content_without_a_row_after_a_day(lena: User, qingchuan: Client) -> None:
    file = Attachment.objects.attach(upload(), by=lena, to=qingchuan)
    alone = store.keep([b"its transaction failed"])
    half = store.path_of(alone.stored).with_suffix(".part")
    half.write_bytes(b"half")
    assert remove_orphans(timezone.now()) == 0
    assert remove_orphans(timezone.now() + TWO_DAYS) == 2
    assert [path.name for path in store.all_kept()] == [file.stored]
