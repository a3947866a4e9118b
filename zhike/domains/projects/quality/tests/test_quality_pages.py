"""Quality as people see it."""

import pytest

from zhike.domains.projects.quality.models import Defect, Override

pytestmark = pytest.mark.django_db


def test_the_deliverable_shows_what_keeps_it_back(bench, cast, client):
    bench.check().fail_it(by=cast.lena)
    bench.defect()
    client.force_login(cast.lena)
    where = f"/deliverables/{bench.deliverable.reference}/"
    page = client.get(where).content.decode()
    assert "1 test case fails" in page and "1 defect is too grave" in page
    refused = client.post(f"{where}show/", {"contact": cast.clara.pk})
    assert (refused.status_code, "not good enough" in refused.content.decode()) == (422, True)
    client.post(f"{where}all-the-same/", {"reason": "先看配色"})
    assert "先看配色" in client.get(where).content.decode()
    assert client.post(f"{where}show/", {"contact": cast.clara.pk}).status_code == 200


def test_no_version_goes_through_without_a_reason(bench, cast, client):
    client.force_login(cast.lena)
    client.post(f"/deliverables/{bench.deliverable.reference}/all-the-same/", {"reason": " "})
    assert not Override.objects.exists()


def test_the_project_shows_each_deliverable_and_what_is_tolerated(bench, cast, client):
    bench.check().pass_it(by=cast.lena)
    bench.defect(severity=2)
    client.force_login(cast.lena)
    where = f"/projects/{bench.site.project.reference}/quality/"
    assert "closed" in client.get(where).content.decode()
    client.post(where, {"severity": "2"})
    page = client.get(where).content.decode()
    assert (
        '<option value="2" selected>' in page and "closed" not in page.partition("</table>")[0].partition("<tbody>")[2]
    )


def test_a_stranger_and_a_reader_change_nothing(bench, cast, client):
    for person, answer in ((cast.ida, 404), (cast.rita, 403)):
        client.force_login(person)
        assert client.post(f"/projects/{bench.site.project.reference}/quality/", {"severity": 4}).status_code == answer
        where = f"/deliverables/{bench.deliverable.reference}/all-the-same/"
        assert client.post(where, {"reason": "x"}).status_code == answer


def test_a_defect_belongs_to_the_client_of_its_deliverable(bench, cast, client):
    client.force_login(cast.lena)
    said = {"deliverable": bench.deliverable.pk, "title": "按钮太小", "severity": 2, "contact": cast.emil.pk}
    assert client.post("/defects/new/", said).status_code == 422
    client.post("/defects/new/", said | {"contact": cast.clara.pk})
    found = Defect.objects.get()
    assert (found.contact, found.client, found.found_in.number) == (cast.clara, cast.qingchuan, 1)
