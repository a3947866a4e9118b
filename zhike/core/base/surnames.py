"""Chinese family names of two characters, and those read otherwise than their character usually is."""

_WRITTEN = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 "
    "公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 "
    "拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 "
    "西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰 完颜 叶赫 耶律 哥舒 贺兰 屈突 "
    "歐陽 諸葛 東方 獨孤 南宮 聞人 尉遲 赫連 澹臺 濮陽 公孫 鍾離 鮮于 閭丘 司馬 長孫 軒轅 東郭 西門 鐘離 顓孫 巫馬 "
    "壤駟 樂正 單于 单于 "
)
COMPOUND = frozenset(_WRITTEN.split())

READINGS: dict[str, tuple[str, ...]] = {
    "曾": ("zeng",),
    "单": ("shan",),
    "單": ("shan",),
    "仇": ("qiu",),
    "解": ("xie",),
    "任": ("ren",),
    "查": ("zha",),
    "盖": ("ge",),
    "区": ("ou",),
    "區": ("ou",),
    "朴": ("piao",),
    "翟": ("zhai",),
    "乐": ("yue",),
    "樂": ("yue",),
    "华": ("hua",),
    "缪": ("miao",),
    "员": ("yun",),
    "覃": ("qin",),
    "折": ("she",),
    "秘": ("bi",),
    "种": ("chong",),
    "黑": ("he",),
    "繁": ("po",),
    "召": ("shao",),
    "葛": ("ge",),
    "宁": ("ning",),
    "祭": ("zhai",),
    "重": ("chong",),
    "石": ("shi",),
    "沈": ("shen",),
    "尹": ("yin",),
    "臧": ("zang",),
    "车": ("che",),
    "贾": ("jia",),
    "賈": ("jia",),
    "万俟": ("mo", "qi"),
    "尉迟": ("yu", "chi"),
    "尉遲": ("yu", "chi"),
    "单于": ("chan", "yu"),
    "單于": ("chan", "yu"),
    "长孙": ("zhang", "sun"),
    "長孫": ("zhang", "sun"),
    "澹台": ("tan", "tai"),
    "澹臺": ("tan", "tai"),
    "令狐": ("ling", "hu"),
    "鲜于": ("xian", "yu"),
    "鮮于": ("xian", "yu"),
    "亓官": ("qi", "guan"),
    "乐正": ("yue", "zheng"),
    "樂正": ("yue", "zheng"),
    "仲长": ("zhong", "zhang"),
}
