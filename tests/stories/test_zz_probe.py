import pytest
from tests.stories.furnished import furnish
from django.test import Client as Door
@pytest.mark.django_db
def test_probe(cast):
    a = furnish(cast)
    d = Door(); d.force_login(cast.lena)
    for n, u in a.items():
        try:
            r = d.get(u)
            if r.status_code != 200: print(n, u, r.status_code)
        except Exception as e:
            import traceback; traceback.print_exc(limit=-6)
