"""The laws are tried on many calendars; a busy machine must not make them fail."""

import pytest
from hypothesis import settings

from zhike.core.clock.models import Calendar

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def office(db: None) -> Calendar:
    """China's office hours, whatever the installation's default is."""
    return Calendar.objects.create(name="Shanghai", zone="Asia/Shanghai", region="CN")
