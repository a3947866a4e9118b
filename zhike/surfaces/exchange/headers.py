"""Header words by which columns are recognised, as data.

`SAME` are the words people use, in English and Chinese; `EXPORTS` the headers of other programs' export files, where
they differ. Headers are compared without blanks, punctuation and case.
"""

_REACH = {
    "phones": "phone|phones|telephone|tel|phone number|mobile|mobile phone|cell|cell phone|work phone|business phone|"
    "电话|电话号码|联系电话|手机|手机号|手机号码|移动电话|座机|固定电话|公司电话|办公电话|工作电话",
    "emails": "e-mail|email|emails|e-mail address|mail|邮箱|邮件|电子邮箱|电子邮件|邮箱地址|email 地址",
    "wechat": "wechat|wechat id|weixin|微信|微信号",
    "preferred_channel": "preferred channel|偏好渠道|首选联系方式",
    "language": "language|语言",
    "reachable": "reachable|reachable hours|方便联系的时间",
    "time_zone": "time zone|timezone|时区",
    "tags": "tag|tags|label|labels|标签",
    "external_id": "external id|external number|外部编号|外部id|原系统编号",
    "about": "about|notes|note|remark|remarks|comment|comments|description|备注|说明|描述|简介",
    "reference": "reference|zhike reference|编号|知客编号",
}
SAME: dict[str, dict[str, str]] = {
    "clients": _REACH
    | {
        "name": "name|client|client name|customer|customer name|company|company name|account|account name|organisation|"
        "organization|organisation name|organization name|legal name|"
        "名称|客户|客户名称|客户名|公司|公司名称|公司全称|企业|企业名称|单位|单位名称|全称|机构名称",
        "short_name": "short name|nickname|known as|简称|客户简称|公司简称|企业简称",
        "kind": "kind|client kind|客户类别",
        "tax_number": "tax number|tax id|tax no|vat|vat number|vat id|uscc|"
        "税号|纳税人识别号|统一社会信用代码|信用代码|企业税号|社会信用代码",
        "industry": "industry|sector|branch|line of business|行业|所属行业|所在行业",
        "size": "size|company size|employees|number of employees|no of employees|employee count|headcount|staff|"
        "规模|公司规模|人员规模|员工数|员工人数|人数|企业规模",
        "website": "website|web site|web|url|homepage|domain|网站|网址|官网|主页|公司网址",
        "country": "country|nation|office location|country region|country of residence|国家|国家地区|所在国家",
        "province": "province|state|state province|region|county|省|省份|所在省|省市",
        "city": "city|town|市|城市|所在城市|地级市",
        "district": "district|borough|区|区县|县|县区",
        "street": "street|address|street address|address line 1|地址|详细地址|街道|街道地址|公司地址|联系地址|通讯地址",
        "postcode": "postcode|post code|postal code|zip|zip code|邮编|邮政编码",
        "owner": "owner|account manager|client manager|sales rep|sales agent|salesperson|"
        "负责人|客户经理|所有人|归属人|业务员|销售|销售代表|跟进人",
        "deputy": "deputy|stand-in|代理人|协办人|副负责人",
        "team": "team|团队|小组|部门",
    },
    "contacts": _REACH
    | {
        "name": "name|contact|contact name|full name|person|display name|姓名|名字|联系人|联系人姓名|联系人名称|全名",
        "family_name": "last name|lastname|family name|surname|姓|姓氏",
        "given_name": "first name|firstname|given name|forename|名",
        "client": "client|client name|customer|customer name|company|company name|account|account name|account id|"
        "organisation|organization|employer|客户|客户名称|公司|公司名称|所属客户|所属公司|单位|单位名称|企业名称|客户编号",
        "title": "title|job title|position|job position|职位|职务|岗位|头衔",
        "form_of_address": "form of address|salutation|how to address|称呼|称谓",
        "role": "role|buying role|角色|决策角色",
    },
}

_ADDRESS = {
    "Billing Street": "street",
    "Billing City": "city",
    "Billing State": "province",
    "Billing State/Province": "province",
    "Billing Code": "postcode",
    "Billing Postal Code": "postcode",
    "Billing Zip/Postal Code": "postcode",
    "Billing Country": "country",
}
EXPORTS: dict[str, dict[str, dict[str, str]]] = {
    "Salesforce": {
        "clients": _ADDRESS
        | {
            "Account ID": "external_id",
            "Id": "external_id",
            "Account Owner": "owner",
            "Account Description": "about",
            "Employees": "size",
        },
        "contacts": {
            "Contact ID": "external_id",
            "Id": "external_id",
            "MobilePhone": "phones",
            "Business Phone": "phones",
            "Home Phone": "phones",
            "Other Phone": "phones",
            "Contact Description": "about",
        },
    },
    "HubSpot": {
        "clients": {
            "Record ID": "external_id",
            "Company owner": "owner",
            "Company Domain Name": "website",
            "Website URL": "website",
            "State/Region": "province",
        },
        "contacts": {
            "Record ID": "external_id",
            "Mobile Phone Number": "phones",
            "Associated Company": "client",
            "Primary Associated Company ID": "client",
            "Associated Company IDs (Primary)": "client",
        },
    },
    "Zoho CRM": {
        "clients": _ADDRESS | {"ACCOUNTID": "external_id", "Account Id": "external_id", "Record Id": "external_id"},
        "contacts": {
            "CONTACTID": "external_id",
            "Contact Id": "external_id",
            "Record Id": "external_id",
            "Secondary Email": "emails",
            "Account Name.id": "client",
        },
    },
    "纷享销客": {
        "clients": {
            "客户编号": "external_id",
            "负责人（主属性）": "owner",
            "一级行业": "industry",
            "行业（一级）": "industry",
            "定位": "street",
            "工商注册号": "tax_number",
        },
        "contacts": {
            "联系人编号": "external_id",
            "手机1": "phones",
            "手机2": "phones",
            "手机3": "phones",
            "电话1": "phones",
            "电话2": "phones",
            "名片备注": "about",
        },
    },
    "Odoo": {
        "clients": {
            "External ID": "external_id",
            "id": "external_id",
            "Salesperson": "owner",
            "Street2": "district",
            "country_id": "country",
            "state_id": "province",
            "category_id": "tags",
            "user_id": "owner",
            "email_normalized": "emails",
        },
        "contacts": {
            "External ID": "external_id",
            "id": "external_id",
            "Related Company": "client",
            "parent_id": "client",
            "Parent name": "client",
            "function": "title",
            "category_id": "tags",
        },
    },
}
REASON = "Why it was not imported / 未导入原因"
