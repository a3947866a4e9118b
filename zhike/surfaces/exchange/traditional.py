"""Headers in traditional characters, as files from Taiwan and Hong Kong have them: the characters of our words."""

_TRADITIONAL = (
    "稱電話號聯繫係機動辦郵選語時間區標簽籤編統備註說簡戶業單構類別稅納識會碼屬規員數網頁國縣詳細訊負責經"
    "歸務銷進協團隊組門職崗頭銜謂決響態溝訪參與對題內錄紀發開鐘長緒計劃後續記創購買訂貨幣額價總產項採種處"
    "撥視頻騰議談見層級這連絡徵優環遞條帳據傳執實僱擊點場結來狀舊鄉鎮裡圍"
)
_SIMPLIFIED = (
    "称电话号联系系机动办邮选语时间区标签签编统备注说简户业单构类别税纳识会码属规员数网页国县详细讯负责经"
    "归务销进协团队组门职岗头衔谓决响态沟访参与对题内录纪发开钟长绪计划后续记创购买订货币额价总产项采种处"
    "拨视频腾议谈见层级这联络征优环递条账据传执实雇击点场结来状旧乡镇里围"
)
SIMPLER = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
