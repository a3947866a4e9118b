"""People come and go as business cards: vCard 2.1, 3.0 and 4.0 in, 3.0 out."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client as Browser
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cast import Cast
from zhike.clients.models import Contact
from zhike.core.base import cards
from zhike.core.timeline.models import Event
from zhike.surfaces.exchange.export.cards import card
from zhike.surfaces.exchange.export.leaving import Wish
from zhike.surfaces.exchange.export.taking import write_at_once
from zhike.surfaces.exchange.tests.conftest import Bring

CARDS = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=99=88;=E5=B2=9A
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=B2=9A =E9=99=88
TEL;CELL:13800138000
TEL;WORK;FAX:010-65521234
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:first=0D=0A=
second
PHOTO;ENCODING=BASE64;JPEG:
 /9j/4AAQSkZJRgABAQEAYABgAAD
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Doe;John;Richter\\, James;Mr.;Sr.
FN:Mr. John Richter\\, James Doe Sr.
item1.TEL;type=WORK:+44 20 7946 0123
item1.X-ABLabel:desk
ORG:Tramlight;Signals
TITLE:Head of
  Signals
EMAIL;TYPE=INTERNET:john@tramlight.example
CATEGORIES:renewal,pilot\\, late
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Simon Perreault
TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656-9254;ext=102
IMPP:wechat:simon_p
UID:urn:uuid:4fbe8971
END:VCARD
"""


def rows(text: str | bytes) -> list[dict[str, str]]:
    table = cards.read(text if isinstance(text, bytes) else text.encode())
    names = ("name", "firm", "title", "phones", "mails", "wechat", "tags", "id", "about")
    return [dict(zip(names, row.values, strict=True)) for row in table.rows()]


def test_it_reads_what_programs_write() -> None:
    lan, john, simon = rows(CARDS)
    assert (lan["name"], lan["phones"], lan["about"]) == ("陈岚", "13800138000", "first\nsecond"), "no fax, no photo"
    assert (john["name"], john["firm"], john["title"]) == ("John Richter, James Doe", "Tramlight", "Head of Signals")
    assert (john["phones"], john["tags"]) == ("+44 20 7946 0123", "renewal\npilot, late")
    assert (simon["phones"], simon["wechat"], simon["id"]) == ("+1-418-656-9254;ext=102", "simon_p", "4fbe8971")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_it_reads_old_character_sets(encoding: str) -> None:
    said = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:陈;岚\r\nORG:杭州晴川医疗科技有限公司\r\nEND:VCARD\r\n"
    assert rows(said.encode(encoding))[0]["firm"] == "杭州晴川医疗科技有限公司"


def one(*lines: str, end: str = "\r\n") -> str:
    return end.join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


LINE_BROKEN_IN_A_CHARACTER = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:陈岚\r\nNOTE:一二".encode() + b"\xe4\xb8\r\n \x89\r\nEND:VCARD\r\n"
)
PHOTO_WITHOUT_FOLDS = (
    "BEGIN:VCARD\nVERSION:2.1\nFN:Ana\nPHOTO;JPEG;ENCODING=BASE64:\n    /9j/4AAQ\n    SkZJRg==\n\n"
    "TITLE:CFO\nEND:VCARD\n"
)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (one("FN:Ana", "TEL:+34 600 000 001", end="\r"), {"phones": "+34 600 000 001"}),
        ("begin:vcard\nversion:3.0\nfn:Ana\ntel;type=cell:+34600000001\nend:vcard\n", {"phones": "+34600000001"}),
        (one("N:Ruiz;Ana;;;"), {"name": "Ana Ruiz"}),
        (one("FN:", "N:Ruiz;Ana;;;"), {"name": "Ana Ruiz"}),
        (one("FN:陈岚").encode("utf-16"), {"name": "陈岚"}),
        (b"\xef\xbb\xbf" + one("FN:陈岚").encode(), {"name": "陈岚"}),
        ("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=GB2312:陈岚\nEND:VCARD\n".encode("gbk"), {"name": "陈岚"}),
        (LINE_BROKEN_IN_A_CHARACTER, {"about": "一二三"}),
        (PHOTO_WITHOUT_FOLDS, {"title": "CFO"}),
        (one("FN:Ana", "AGENT:BEGIN:VCARD\\nFN:Bob\\nEND:VCARD", "TITLE:CFO"), {"name": "Ana", "title": "CFO"}),
        (one("FN:Ana", "EMAIL;type=pref:a@x.example", "item2.EMAIL:b@x.example", "EMAIL:"),
         {"mails": "a@x.example\nb@x.example"}),
        (one("FN:Ana", "NOTE:one\\ntwo\\, three\\; four\\\\five"), {"about": "one\ntwo, three; four\\five"}),
        (one("FN:Ana", "ORG:A\\;B;C"), {"firm": "A;B"}),
        ("\n\n" + one("", "FN:Ana", "", "TITLE:CFO", ""), {"name": "Ana", "title": "CFO"}),
        (one("FN:Ana", "TEL;VALUE=uri:tel:+34-600-000-001"), {"phones": "+34-600-000-001"}),
        (one("FN:Ana", 'TEL;X-LABEL="desk: main";TYPE=work:+34600000001'), {"phones": "+34600000001"}),
        (one("FN:Ana", "X-WECHAT:ana_w", "X-SOCIALPROFILE;type=wechat:ana_w"), {"wechat": "ana_w"}),
    ],
)  # fmt: skip
def test_it_reads_what_is_only_near_the_standard(file: str | bytes, said: dict[str, str]) -> None:
    """As telephones, mail programs and address books of all ages write them."""
    (found,) = rows(file)
    assert {name: found[name] for name in said} == said


@pytest.mark.parametrize(
    ("number", "country", "phone"),
    [
        ("030 901820", "Deutschland", "+4930901820"),
        ("(212) 204-3445", "U.S.A.", "+12122043445"),
        ("13800138000", "中国", "+8613800138000"),
        ("+44 20 7946 0123", "Germany", "+442079460123"),
        ("12", "Germany", "12"),
        ("030 901820", "Atlantis", "030 901820"),
        ("030 901820", "", "030 901820"),
    ],
)
def test_national_numbers_are_those_of_the_address_on_the_card(number: str, country: str, phone: str) -> None:
    (found,) = rows(one("FN:Ana", f"TEL;TYPE=work:{number}", f"ADR;TYPE=work:;;Am Ufer 1;Stadt;;10115;{country}"))
    assert found["phones"] == phone


def test_addresses_in_two_countries_say_nothing_of_the_numbers() -> None:
    (found,) = rows(one("FN:Ana", "TEL:030 901820", "ADR:;;a;b;;1;Germany", "ADR:;;a;b;;1;France"))
    assert found["phones"] == "030 901820"


def test_it_refuses_what_is_cut_off_and_goes_on_behind_it(cast: Cast, bring: Bring) -> None:
    text = "BEGIN:VCARD\nFN:Half\n" + CARDS
    of = bring("contacts", cast.lena, text, name="people.vcf")
    half, john = of.rejects.order_by("row")
    assert (half.row, half.faults[0][3]) == (1, "This card has no end.")
    assert john.faults[0][2] == "Tramlight", "it is Ida's client: Lena does not see it"
    assert (of.updated, of.created) == (1, 1), "陈岚 is known"
    assert Contact.objects.get(external_id="4fbe8971").phones == ["+14186569254;ext=102"]


def test_it_takes_them_as_contacts_only(cast: Cast, bring: Bring) -> None:
    with pytest.raises(Exception, match="business cards"):
        bring("clients", cast.lena, CARDS, name="people.vcf")


def test_it_goes_out_and_comes_back_unchanged(cast: Cast, bring: Bring, tmp_path: Path) -> None:
    phones, emails = ["+8613800138000", "+861065521234;ext=12"], ["clara@client.example"]
    texts = {"wechat": "clara_c", "title": "Head; of, all", "about": "long, \n" * 30 + "end"}
    cast.clara.amend(by=cast.lena, phones=phones, emails=emails, tags=["a b", "c"], **texts)
    path = tmp_path / "all.vcf"
    count = write_at_once(path, Wish("contacts", columns="all"), "vcf", by=cast.lena)
    told = Event.objects.count()
    of = bring("contacts", cast.lena, path.read_bytes(), name="all.vcf")
    assert of.counts == {"created": 0, "updated": 0, "unchanged": count, "rejected": 0}
    assert Event.objects.count() == told


def test_it_gives_one_person_without_what_we_wrote_about_them(client: Browser, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, phones=["+8613800138000"], about="hard to please")
    client.force_login(cast.lena)
    assert f"/cards/{cast.clara.reference}.vcf" in client.get(f"/contacts/{cast.clara.reference}/").content.decode()
    text = client.get(f"/cards/{cast.clara.reference}.vcf").content.decode()
    assert "TEL;TYPE=WORK,VOICE:+8613800138000" in text and "please" not in text
    assert client.get(f"/cards/{cast.emil.reference}.vcf").status_code == 404
    assert client.get(f"/cards/{cast.qingchuan.reference}.vcf").status_code == 404


SAID = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n;,\\:= 岚"), min_size=1, max_size=90)


@settings(max_examples=150, deadline=None)
@given(SAID, SAID, st.lists(SAID, max_size=3))
def test_whatever_is_written_is_read_again(title: str, about: str, tags: list[str]) -> None:
    told: dict[str, Any] = {"name": "Clara Chen", "title": title, "about": about, "tags": tags}
    text = card(told)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    read = rows(text)[0]
    wanted = [one for tag in tags if (one := tag.strip())]
    assert (read["title"], read["about"]) == (title.strip(), about.strip())
    assert read["tags"] == "\n".join(dict.fromkeys(wanted))
