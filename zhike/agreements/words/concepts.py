"""Words of client work that mean the same, and words that exclude each other, in both languages.

A line of CONCEPTS is one meaning. A line of OPPOSITES has two sides; of the members of
a line of CHOICES one is taken.
"""

CONCEPTS = """
homepage: home page, homepage, front page, landing page / 首页, 主页
launch: launch, go live, goes live, went live, going live, release date, rollout / 上线, 发布日, 投产
revision: revision, revisions, rework / 修改, 改稿, 返工
price: price, quote, fee, cost, costs, charge, pay for / 价格, 报价, 费用, 总价, 多少钱, 收费
budget: budget / 预算
deposit: deposit, down payment, advance payment / 定金, 订金, 预付款
invoice: invoice, invoices / 发票
contract: contract, agreement / 合同, 协议
term: term, duration, run, runs, period, how long / 期限, 期, 多久
register: register, registration, sign up / 注册, 登记
password: password, passwords / 密码
reset: reset / 重置, 找回
signoff: sign off, signs off, signed off, signing off, sign-off, responsible for signing / 签字, 签核, 会签
deliver: deliver, delivered, delivery, hand over, handed over / 交付, 移交, 交货
texts: text, texts, copy text / 文案, 文字, 文本
logo: logo / 标志, 商标, 徽标
colour: colour, color, colours / 颜色, 色彩
server: server, servers / 服务器
hosting: hosting, host / 主机, 托管
minutes: minutes of the meeting, minutes are, the minutes / 会议纪要, 纪要
weekly meeting: weekly meeting / 周会, 例会
report: report, reports / 报表, 报告, 周报
training: training, train, trained / 培训
acceptance: acceptance / 验收
warranty: warranty, guarantee period / 质保, 保修
support: support, supported / 支持
attachment: attachment, attachments / 附件
article: article, articles / 文章
comment: comment, comments / 评论
editor: editor, editors / 编辑
booking: book, booking, bookings, appointment / 挂号, 预约
guest: guest, guests, visitor, visitors / 访客, 游客
order: order, orders / 订单, 下单
travel: travel costs, travel expenses / 差旅费, 差旅
app: app, application / 应用, 小程序
browser: browser, browsers / 浏览器
session: session, sessions / 会话, 登录
maximum: maximum, largest, how large / 最大, 上限
include: include, includes, included, part of, contains / 包含, 包括, 含, 属于
many: how many, how often / 几轮, 多少轮, 几个
year: per year, each year, yearly, annual / 一年, 每年
forget: forgot, forgotten / 忘了, 忘记
see: see, sees, visible / 看到, 可见
keep: keep, keeps, kept, stay, stays, remain / 保留, 留
"""

OPPOSITES = """
public, visible to everyone / private, confidential, hidden
mandatory, required, compulsory, obligatory / optional, voluntary
free of charge, free, for free / paid, chargeable, charged
left / right
top / bottom
open, opened / closed, shut
switched on, enabled, turned on, active, activated / switched off, disabled, turned off, inactive, deactivated
internally, in-house, internal / externally, outsourced, external
allowed, permitted / forbidden, prohibited, banned
kept, keep, keeps, stay, stays / deleted, delete, removed, remove, dropped
larger, bigger, enlarged / smaller, reduced
included, part of the price / extra, charged separately, billed separately
before / after
manually, by hand / automatic, automatically
accept, accepted, approved / reject, rejected, declined, refused
more / less, fewer
earlier / later
export, exported / import, imported
公开, 对外 / 保密, 私密, 隐藏
必填, 强制, 必须 / 选填, 可选, 自愿
免费 / 收费, 付费
左 / 右
顶部, 上方 / 底部, 下方
打开, 开启, 启用 / 关闭, 停用, 禁用
内部 / 外部, 外包
允许, 准许, 可以 / 禁止, 不准
保留 / 删除, 移除, 去掉
放大 / 缩小
包含在内, 包含, 含在 / 另收, 另计, 另付
手动, 手工 / 自动
同意, 接受, 通过 / 拒绝, 驳回
提前 / 推迟, 延后, 延期
增加 / 减少
导出 / 导入
"""

CHOICES = """
red, blue, green, yellow, black, white, grey, gray, orange, purple, pink
红色, 蓝色, 绿色, 黄色, 黑色, 白色, 灰色, 橙色, 紫色, 粉色
bank transfer, credit card, cash, paypal, alipay, wechat pay, direct debit, cheque
银行转账, 对公转账, 信用卡, 现金, 支付宝, 微信支付
email, mail, wechat, phone, text message, post, fax, courier
邮件, 微信, 电话, 短信, 快递, 传真, 钉钉
pdf, word, excel, powerpoint, html, markdown
chinese, english, german, french, japanese
中文, 英文, 德文, 法文, 日文
ios, android, iphone
苹果, 安卓, 鸿蒙
beijing, shanghai, shenzhen, guangzhou, hangzhou, chengdu, berlin, london, frankfurt
北京, 上海, 深圳, 广州, 杭州, 成都, 柏林, 伦敦
daily, weekly, fortnightly, monthly, quarterly, yearly
每天, 每周, 每两周, 每月, 每季度, 每年
alibaba cloud, tencent cloud, huawei cloud, aws, azure
阿里云, 腾讯云, 华为云, 亚马逊云
option a, option b, option c, option d, variant a, variant b, variant c
方案a, 方案b, 方案c, 方案d, 方案一, 方案二, 方案三, 方案甲, 方案乙
first version, second version, third version
第一版, 第二版, 第三版
on site, remote, online meeting
线上, 线下
portrait, landscape
serif, sans serif
横版, 竖版
宋体, 黑体, 楷体
"""

# English words that say nothing of what a statement is about.
FILLERS = """
a an the and or but of for to in on at by with from as is are was were be been being it its this that these those
we you they i he she our your their my his her us them me will shall would should must may might can could do does
did not no never have has had let please get gets got there here so than then also just only still per each every
all any want wants need needs use uses used using make makes made put take takes taken go goes come comes give gives
given work works agreed decided plan planned under within after before until over what which who whom when where how
why if about into out up down asked without
"""


def rows(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def names(row: str) -> list[str]:
    return [name.strip() for name in row.split(",") if name.strip()]
