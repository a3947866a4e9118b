"""Columns find their fields by words in two languages, by other programs' headers, by what their values look like."""

import pytest
from django.core.exceptions import ValidationError

from zhike.core.access.models import User
from zhike.core.base.tax_number import check_digit
from zhike.surfaces.exchange.models import Import
from zhike.surfaces.exchange.opening import choose_key, choose_region, rematch
from zhike.surfaces.exchange.tests.conftest import Bring


def fields(of: Import) -> dict[str, str]:
    return {one.column: one.field for one in of.matched}


def whys(of: Import) -> dict[str, str]:
    return {one.column: str(one.reason) for one in of.matched}


HEADERS = {
    ("clients", "客户名称,手机,邮箱,税号,行业,省份,城市,负责人"):
        "name phones emails tax_number industry province city owner",
    ("clients", "account,sector,employees,office_location,revenue"): "name industry size country -",
    ("clients", "ACCOUNTID,Account Name,Account Owner,Website"): "external_id name owner website",
    ("clients", "Account ID,Account Name,Billing State/Province,Billing Zip/Postal Code"):
        "external_id name province postcode",
    ("clients", "Record ID,Company name,Company owner,Company Domain Name"): "external_id name owner website",
    ("clients", "客户编号,客户名称,负责人（主属性）,一级行业"): "external_id name owner industry",
    ("clients", "External ID,Name,Tax ID,Salesperson,Zip"): "external_id name tax_number owner postcode",
    ("clients", "Name,Phone,Mobile,E-mail,Secondary Thing"): "name phones phones emails -",
    ("contacts", "CONTACTID,Last Name,First Name,Account Id,Email,Mobile"):
        "external_id family_name given_name client emails phones",
    ("contacts", "姓名,客户名称,职务,手机1,手机2,微信"): "name client title phones phones wechat",
    ("contacts", "Name,Related Company,Job Position"): "name client title",
    ("contacts", "联系人,公司"): "name client",
    ("clients", "客戶名稱,統一編號,電話,電子郵件,產業,縣市,郵遞區號,業務員,備註"):
        "name tax_number phones emails industry city postcode owner about",
    ("contacts", "聯絡人,公司名稱,職稱,行動電話,電子信箱"): "name client title phones emails",
    ("purchases", "客戶名稱,訂單日期,品項,數量,總額,幣別"): "client happened_on what quantity amount currency",
}  # fmt: skip


@pytest.mark.parametrize(("what", "expected"), HEADERS.items())
def test_it_knows_the_headers_of_other_programs(what: tuple[str, str], expected: str, ada: User, opened: Bring) -> None:
    resource, header = what
    of = opened(resource, ada, f"{header}\n{','.join('x' for _ in header.split(','))}\n")
    assert [field or "-" for field in fields(of).values()] == expected.split()


def test_it_says_why(ada: User, opened: Bring) -> None:
    of = opened("clients", ada, "客户名称,ACCOUNTID,Notiz\nTramlight,7,nichts\n")
    assert whys(of) == {"客户名称": "same word", "ACCOUNTID": "usual export header", "Notiz": "not imported"}


def test_it_looks_at_values_where_the_header_says_nothing(ada: User, opened: Bring) -> None:
    number = "91110000600007313" + check_digit("91110000600007313")
    rows = "\n".join(f"Tram {n},ops{n}@tram.example,1380013800{n},{number}" for n in range(4))
    of = opened("clients", ada, f"Name,Kontakt,Ruf,Nr\n{rows}\n")
    assert fields(of) == {"Name": "name", "Kontakt": "emails", "Ruf": "phones", "Nr": "tax_number"}
    assert whys(of)["Ruf"] == "values look like phones"


def test_it_takes_numbers_of_another_program_for_no_reference(ada: User, opened: Bring) -> None:
    assert fields(opened("clients", ada, "编号,名称\n001,Tramlight\n"))["编号"] == "external_id"
    assert fields(opened("clients", ada, "编号,名称\nCL-12,Tramlight\n"))["编号"] == "reference"


def test_it_reads_national_numbers_of_the_country_that_nearly_all_fit(ada: User, opened: Bring) -> None:
    american = "\n".join(f"Tram {n},805-247-898{n}" for n in range(6))
    assert opened("clients", ada, f"Name,Phone\n{american}\n").region == "US"
    chinese = "\n".join(f"Tram {n},1380013800{n}" for n in range(6)) + "\nBad,1388000 12"
    assert opened("clients", ada, f"Name,Phone\n{chinese}\n").region == "CN"


def test_it_matches_as_the_person_chooses(ada: User, opened: Bring) -> None:
    of = opened("clients", ada, "Name,Firma\nx,Tramlight\n")
    rematch(of, {"Firma": "公司名称"})
    assert fields(of) == {"Name": "", "Firma": "name"}
    rematch(of, {"Firma": ""})
    assert fields(of)["Firma"] == ""


@pytest.mark.parametrize("chosen", [{"Gibts nicht": "name"}, {"Firma": "shoe_size"}, {"Firma": "name", "Name": "name"}])
def test_it_refuses_a_match_that_cannot_be(chosen: dict[str, str], ada: User, opened: Bring) -> None:
    of = opened("clients", ada, "Name,Firma\nx,Tramlight\n")
    with pytest.raises(ValidationError):
        rematch(of, chosen)


def test_it_refuses_a_key_that_tells_nothing_apart(ada: User, opened: Bring) -> None:
    of = opened("clients", ada, "Name,City\nx,Kiel\n")
    for key in ("city", "external_id"):
        with pytest.raises(ValidationError):
            choose_key(of, key)
    with pytest.raises(ValidationError):
        choose_region(of, "Atlantis")
