"""A text that is never empty: the database refuses it, and a form says so without asking the database."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from zhike.clients.models import Client


def test_it_refuses_an_empty_name_without_a_question(qingchuan, django_assert_num_queries):
    qingchuan.name = ""
    with django_assert_num_queries(0), pytest.raises(ValidationError) as refused:
        qingchuan.validate_constraints()
    assert "client_has_name" in str(refused.value)


def test_it_takes_a_name_and_what_is_not_asked(qingchuan):
    qingchuan.validate_constraints()
    qingchuan.name = ""
    qingchuan.validate_constraints(exclude={"name"})


def test_the_database_refuses_it_too(qingchuan):
    with pytest.raises(IntegrityError), transaction.atomic():
        Client.objects.filter(pk=qingchuan.pk).update(name="")
