"""What opens by a signed link is read in two languages; where it is not, it is said why."""

import pytest
from django.apps import apps
from django.db import models

from zhike.agreements.twins.twinned import OWN, Twinned, twinned_models
from zhike.core.links.purposes import PURPOSES

NOT = {
    "files.attachment": "a file as it is",
    "clients.contact": "their own wishes, in words of the program",
    "access.user": "a calendar of one of us, for programs",
}


@pytest.mark.parametrize("name", sorted(PURPOSES))
def test_it_can_stand_in_two_languages(name):
    record_type = PURPOSES[name].record_type
    assert issubclass(apps.get_model(record_type), Twinned) or record_type in NOT


@pytest.mark.parametrize("model", twinned_models(), ids=lambda model: model._meta.label)
def test_what_it_names_are_texts_of_its_own_and_of_rows_beneath_it(model):
    assert model.twinned
    for where, names in model.twinned.items():
        row = model if where == OWN else model._meta.get_field(where).related_model
        for name in names:
            kinds = (models.CharField, models.TextField, models.JSONField)
            assert isinstance(row._meta.get_field(name), kinds), (row, name)


@pytest.mark.parametrize("model", twinned_models(), ids=lambda model: model._meta.label)
def test_somebody_hears(model, db):
    assert str(model.objects.filter(**{f"{model.twin_owner}__in": [1]}).query)
