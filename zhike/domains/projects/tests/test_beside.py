"""Two versions stand beside each other; the client sees again only what it was shown before."""

from zhike.domains.projects.tests.test_deliverable import opened


def test_two_versions_stand_beside_each_other_with_their_own_pins(site, cast, client):
    deliverable = site.deliverable()
    deliverable.pin(by=site.lena, x=10, y=10, text="标题太小", contact=cast.clara)
    deliverable.want_change(by=site.lena, contact=cast.clara, words="再大一点")
    site.hand_in(deliverable, "v2.png", note="标题加大")
    deliverable.settle(by=site.lena, pins=deliverable.pins.all())
    site.hand_in(deliverable, "v3.png", note="换了蓝色")
    client.force_login(cast.lena)
    address = f"/deliverables/{deliverable.reference}/versions/"
    assert address in client.get(f"/deliverables/{deliverable.reference}/").content.decode()
    newest = client.get(address).content.decode()
    assert "标题加大" in newest and "换了蓝色" in newest and "标题太小" not in newest
    chosen = client.get(address, {"against": 1, "number": 2}).content.decode()
    assert all(words in chosen for words in ("标题太小", "settled in version 2", "再大一点", "标题加大"))
    assert "换了蓝色" not in chosen
    assert client.get(address, {"against": "x", "number": "99999999999999999999"}).status_code == 200
    client.force_login(cast.ida)
    assert client.get(address).status_code == 404


def test_one_version_stands_alone_and_none_is_said(site, cast, client):
    client.force_login(cast.lena)
    one, none = site.deliverable(), site.deliverable(versions=0)
    assert "version-1" in client.get(f"/deliverables/{one.reference}/versions/").content.decode()
    assert "No version was handed in" in client.get(f"/deliverables/{none.reference}/versions/").content.decode()


def test_behind_the_link_only_what_was_answered_is_seen_again(site, cast, client):
    deliverable = site.deliverable()
    deliverable.want_change(by=site.lena, contact=cast.clara, words="再大一点")
    site.hand_in(deliverable, "unseen.png", note="还没给客户看的一版")
    site.hand_in(deliverable, "v3.png")
    path = opened(site, cast, client, deliverable)
    page = client.get(path).content.decode()
    assert "再大一点" in page and f"{path}?file=1" in page and "还没给客户看的一版" not in page
    names = [client.get(f"{path}?file={said}").headers["Content-Disposition"] for said in ("1", "2", "3", "")]
    assert ["v1.png" in one for one in names] == [True, False, False, False]
    assert not any("unseen" in one for one in names)
