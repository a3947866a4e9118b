import pytest
from tests.stories.furnished import furnish
from tests.stories.test_axe import axe, faults_of
pytestmark = pytest.mark.browser
def test_tmp(visit, cast, axe):
    lena=visit(cast.lena,"/account/login/",locale="en-GB"); p=furnish(cast)
    for n in ("deliveries","plan over time"):
        print("RES",n,p[n],[*faults_of(lena,p[n],axe,"en-GB")],flush=True)
