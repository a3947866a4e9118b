"""Records by their short names."""

import pytest

from zhike.clients.models import Client


@pytest.mark.parametrize("said", ["CL-{pk}", " cl-{pk} "])
def test_it_is_found_by_its_reference(qingchuan, said):
    assert Client.objects.by_reference(said.format(pk=qingchuan.pk)).get() == qingchuan


@pytest.mark.parametrize("said", ["", "CL-", "CT-{pk}", "{pk}", "CL-x", "CL-99999999999999999999", "CL--1"])
def test_anything_else_finds_nothing(qingchuan, said):
    assert not Client.objects.by_reference(said.format(pk=qingchuan.pk)).exists()
