import pytest

from zhike.core.fields.models import FieldDefinition


@pytest.fixture
def own_field(cast):
    return FieldDefinition.objects.add(by=cast.ada, record_type="clients.client", key="grade", label="Grade")
