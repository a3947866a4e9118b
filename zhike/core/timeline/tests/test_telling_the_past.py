"""History that is written down afterwards lies where it happened."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.clients.models import Client
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import at, moment


def test_it_happened_when_it_is_told_to_have_happened(lena):
    then = timezone.now() - timedelta(days=400)
    with at(then):
        client = Client.objects.add(by=lena, name="Old friends")
        client.archive(by=lena)
    assert client.created_at == client.archived_at == then
    assert set(Event.objects.filter(client=client).values_list("at", flat=True)) == {then}


def test_it_is_now_again_afterwards():
    with at(timezone.now() - timedelta(days=1)):
        pass
    assert timezone.now() - moment() < timedelta(seconds=5)


def test_it_refuses_what_lies_ahead():
    with pytest.raises(ValueError, match="ahead"), at(timezone.now() + timedelta(hours=1)):
        pass
