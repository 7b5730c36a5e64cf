"""How Chinese and Japanese write dates: digits with 年, 月 and 日, and the commonest relative words."""

from __future__ import annotations

import re

from nutgraf.importing import date_readers as read
from nutgraf.importing.calendar import Tense
from nutgraf.importing.dates import DateLanguage, Setting, Vocabulary, rules_of

_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_JAPANESE = {"月": 0, "火": 1, "水": 2, "木": 3, "金": 4, "土": 5, "日": 6}
_STEPS = {
    "去年": -1, "今年": 0, "本年": 0, "明年": 1, "昨年": -1, "来年": 1, "來年": 1, "昨天": -1, "昨日": -1, "今天": 0,
    "今日": 0, "明天": 1, "明日": 1, "上个月": -1, "上個月": -1, "上月": -1, "本月": 0, "下个月": 1, "下個月": 1,
    "下月": 1, "上周": -1, "上週": -1, "本周": 0, "本週": 0, "下周": 1, "下週": 1, "前天": -2,
}  # fmt: skip
_WORDS = Vocabulary(
    months={str(number): number for number in range(1, 13)},
    weekdays=_WEEKDAYS | {f"{sign}曜": number for sign, number in _JAPANESE.items()},
    seasons={},
    numbers={},
    steps=_STEPS,
    units={},
)
_Y = r"(?P<year>(?:1[5-9]|20)\d\d) ?年"


def _tense(text: str, start: int, end: int) -> Tense:
    clause = re.split("[。；！？，]", text[:start])[-1] + re.split("[。；！？，]", text[end:])[0]
    return "future" if re.search("将|將|预计|預計|计划|計劃|予定|拟", clause) else "plain"


def _step(match: re.Match[str], at: Setting) -> str | None:
    word, reckon = match["which"], at.reckon
    if word.endswith("年"):
        return reckon.years_away(_STEPS[word])
    if word.endswith("月"):
        return reckon.months_away(_STEPS[word])
    if word[-1] in "周週":
        return reckon.weeks_away(_STEPS[word])
    return reckon.days_away(_STEPS[word])


def _month_away(match: re.Match[str], at: Setting) -> str | None:
    """今年6月, 去年12月3日: a year told by a word, and its month or day."""
    known = at.reckon.known
    year = known.year + _STEPS[match["which"]] if known else None
    month = int(match["month"])
    return at.reckon.day(year, month, int(match["day"])) if match["day"] else at.reckon.month(year, month)


_RULES = (
    (
        r"(?P<which>去年|今年|本年|明年|昨年|来年|來年) ?(?P<month>1?\d) ?月(?: ?(?P<day>[1-3]?\d) ?[日号號])?",
        _month_away,
    ),
    (rf"{_Y} ?(?P<month>1?\d) ?月 ?(?P<day>[1-3]?\d) ?[日号號]", read.day),
    (r"(?<!\d)(?P<year>20\d\d)[-/.](?P<m>\d\d)[-/.](?P<day>\d\d)(?!\d)", read.iso),
    (rf"{_Y} ?(?P<month>1?\d) ?月(?!\d)", read.month),
    (r"(?<!\d)(?P<month>1?\d) ?月 ?(?P<day>[1-3]?\d) ?[日号號]", read.day),
    (r"(?P<year>(?:1[5-9]|20)\d\d) ?(?:年)?[-–—至到](?P<last>(?:1[5-9]|20)\d\d) ?年", read.years),
    (r"(?P<year>(?:1[5-9]|20)\d0)年代", read.decade),
    (_Y, read.year),
    (r"(?:星期|礼拜|禮拜|周|週)(?P<weekday>[一二三四五六日天])", read.weekday),
    (r"(?P<weekday>[月火水木金土日]曜)日?", read.weekday),
    (rf"(?P<which>{'|'.join(sorted(_STEPS, key=len, reverse=True))})(?!来|來)", _step),
    (r"(?<![\d年])(?P<month>1?\d)月(?![\d份]*\d)份?", read.month),
)

HAN = DateLanguage(_WORDS, rules_of(_WORDS, _RULES), _tense)
