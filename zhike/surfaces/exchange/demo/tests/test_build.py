"""The demo company is built, and is what somebody could have entered."""

import pytest

from zhike.clients.forms import ClientForm, ContactForm
from zhike.clients.models import Client, Contact
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Refused
from zhike.surfaces.exchange import demo

pytestmark = pytest.mark.django_db


@pytest.fixture
def company() -> None:
    demo.build(lambda sentence: None, scale=0.1)


def test_it_knows_whether_it_is_there(company):
    assert demo.is_built()
    with pytest.raises(Refused):
        demo.build(lambda sentence: None)


def test_it_introduces_the_administrator_first(company):
    name, email, password = demo.people()[0]
    ada = User.objects.get(email=email)
    assert ada.role == "admin" and ada.name == name and ada.check_password(password)
    assert len(demo.people()) == 6 == User.objects.at_work().count()


def test_it_holds_only_what_the_forms_let_through(company):
    ada = User.objects.get(email="ada@pierhead.example")
    for form, model in ((ClientForm, Client), (ContactForm, Contact)):
        for record in model.objects.all():
            shown = form(instance=record, by=ada)
            data = {name: shown[name].value() for name in shown.fields if shown[name].value() is not None}
            again = form(
                {name: field.prepare_value(data.get(name)) for name, field in shown.fields.items()},
                instance=record,
                by=ada,
            )
            assert again.is_valid(), (record, again.errors)
