"""Header words by which columns are recognised, as data.

`SAME` are the words people use, in English and Chinese, `VALUES` what others call our choices. Headers are compared
without blanks, punctuation and case, traditional characters as simplified ones.
"""

_REACH = {
    "phones": "phone|phones|telephone|tel|phone number|mobile|mobile phone|cell|cell phone|work phone|business phone|"
    "电话|电话号码|联系电话|手机|手机号|手机号码|移动电话|行动电话|座机|固定电话|公司电话|办公电话|工作电话",
    "emails": "e-mail|email|emails|e-mail address|mail|邮箱|邮件|电子邮箱|电子邮件|电子信箱|电邮|邮箱地址|email 地址",
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
        "税号|纳税人识别号|统一社会信用代码|信用代码|统一编号|统编|企业税号|社会信用代码",
        "industry": "industry|sector|branch|line of business|行业|行业别|产业|产业别|所属行业|所在行业",
        "size": "size|company size|employees|number of employees|no of employees|employee count|headcount|staff|"
        "规模|公司规模|人员规模|员工数|员工人数|人数|企业规模",
        "website": "website|web site|web|url|homepage|domain|网站|网址|官网|主页|公司网址",
        "country": "country|nation|office location|country region|country of residence|国家|国家地区|所在国家",
        "province": "province|state|state province|region|county|省|省份|所在省|省市",
        "city": "city|town|市|城市|所在城市|地级市|县市",
        "district": "district|borough|区|区县|县|县区",
        "street": "street|address|street address|address line 1|地址|详细地址|街道|街道地址|公司地址|联系地址|通讯地址",
        "postcode": "postcode|post code|postal code|zip|zip code|邮编|邮递区号|邮政编码",
        "owner": "owner|account manager|client manager|sales rep|sales agent|salesperson|"
        "负责人|客户经理|所有人|归属人|业务员|销售|销售代表|跟进人",
        "deputy": "deputy|stand-in|代理人|协办人|副负责人",
        "team": "team|团队|小组|部门",
    },
    "contacts": _REACH
    | {
        "name": "name|contact|contact name|full name|person|display name|"
        "姓名|名字|联系人|联系人姓名|联络人|联络人姓名|连络人|联系人名称|全名",
        "family_name": "last name|lastname|family name|surname|姓|姓氏",
        "given_name": "first name|firstname|given name|forename|名",
        "client": "client|client name|customer|customer name|company|company name|account|account name|account id|"
        "organisation|organization|employer|客户|客户名称|公司|公司名称|所属客户|所属公司|单位|单位名称|企业名称|客户编号",
        "title": "title|job title|position|job position|职位|职称|职务|岗位|头衔",
        "form_of_address": "form of address|salutation|how to address|称呼|称谓",
        "role": "role|buying role|角色|决策角色",
        "influence": "influence|影响力",
        "attitude": "attitude|态度",
    },
    "conversations": {
        "client": "client|client name|customer|customer name|company|company name|account|account name|account id|"
        "organisation|organization|客户|客户名称|公司|公司名称|所属客户|企业名称|客户编号",
        "contacts": "contact|contacts|contact name|people|person|participants|attendees|who|"
        "联系人|联系人姓名|联络人|参与人|参会人|对方",
        "kind": "kind|type|channel|activity type|方式|类型|渠道|沟通方式|跟进方式|联系方式",
        "direction": "direction|方向",
        "subject": "subject|title|topic|activity subject|主题|标题",
        "text": "text|note|notes|body|content|description|summary|comments|details|"
        "内容|沟通内容|跟进内容|跟进记录|备注|纪要|描述",
        "happened_at": "when|date|time|datetime|activity date|happened at|start|start time|"
        "时间|日期|沟通时间|跟进时间|联系时间|拜访时间|发生时间|开始时间",
        "minutes": "minutes|duration|duration minutes|call duration in minutes|分钟|时长|时长分钟|通话时长",
        "mood": "mood|情绪|心情",
        "next_step": "next step|next steps|下一步|下一步计划|后续计划",
        "follow_up_on": "follow up on|follow up date|next follow up|下次跟进|下次跟进时间|下次跟进日期|下次联系时间",
        "author": "by|author|owner|logged by|assigned to|负责人|跟进人|记录人|业务员|创建人",
        "external_id": "external id|external number|外部编号|原系统编号",
        "reference": "reference|zhike reference|编号|知客编号",
    },
    "purchases": {
        "client": "client|client name|customer|customer name|customer id|client id|company|company name|account|"
        "account name|buyer|user id|客户|客户名称|客户编号|公司|购买方|买方|单位",
        "happened_on": "day|date|purchase date|order date|invoice date|bought on|transaction date|"
        "日期|购买日期|下单日期|订单日期|成交日期|开票日期|交易日期",
        "what": "what|purchase|item|product|product name|description|order|"
        "内容|品名|品项|商品|商品名称|产品|产品名称|项目|采购内容",
        "quantity": "quantity|qty|units|number of items|pieces|数量|件数",
        "amount": "amount|total|price|total price|value|order value|order amount|sum|"
        "金额|总额|总价|成交金额|订单金额|合同金额",
        "currency": "currency|currency code|币种|币别|货币",
        "external_id": "external id|external number|order number|order no|order id|invoice number|invoice no|"
        "transaction id|外部编号|订单号|订单编号|合同编号|发票号|发票号码",
        "note": "note|notes|remark|remarks|comment|备注|说明",
        "source": "source|来源",
        "source_text": "where exactly|出处",
        "known_on": "as of|截至",
        "reference": "reference|zhike reference|知客编号",
    },
}
# What other programs call our choices, by resource and field.
VALUES: dict[str, dict[str, dict[str, str]]] = {
    "conversations": {
        "kind": dict.fromkeys(("phone", "phone call", "电话", "通话", "打电话", "座机"), "call")
        | dict.fromkeys(("e-mail", "email", "邮件", "电子邮件", "信件"), "mail")
        | dict.fromkeys(("wechat", "weixin", "sms", "message", "微信", "短信", "qq", "企业微信", "在线沟通"), "chat")
        | dict.fromkeys(("online meeting", "zoom", "teams", "视频会议", "腾讯会议", "视频"), "video")
        | dict.fromkeys(
            ("meeting", "in person", "event", "拜访", "上门拜访", "面谈", "会议", "见面", "外勤拜访"), "visit"
        )
        | dict.fromkeys(("task", "other", "memo", "其他", "其它", "备注"), "note"),
        "direction": dict.fromkeys(("outbound", "outgoing", "sent", "呼出", "拨出", "发出", "我方"), "out")
        | dict.fromkeys(("inbound", "incoming", "received", "missed", "呼入", "来电", "收到", "客户"), "in"),
    },
}
REASON = "Why it was not imported / 未导入原因"
