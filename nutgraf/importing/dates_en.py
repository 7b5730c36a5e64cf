"""How English writes dates, those included that only the day of publication resolves. Knows no other language."""

from __future__ import annotations

import re

from nutgraf.importing import date_readers as read
from nutgraf.importing.calendar import Tense
from nutgraf.importing.dates import DateLanguage, DateReader, Vocabulary, rules_of


def _numbered(names: str, first: int) -> dict[str, int]:
    """Each word of each comma-separated group, with the group's number."""
    return {word: number for number, group in enumerate(names.split(","), first) for word in group.split()}


WORDS = Vocabulary(
    months=_numbered(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,october oct,"
        "november nov,december dec",
        1,
    ),
    weekdays=_numbered(
        "monday mon,tuesday tues tue,wednesday wed,thursday thurs thur thu,friday fri,saturday sat,sunday sun", 0
    ),
    seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    numbers=_numbered(
        "a an one first q1,two second q2,three third q3,four fourth final last q4,five,six,seven,eight,nine,ten,eleven,"
        "twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen,twenty",
        1,
    )
    | {"thirty": 30, "forty": 40, "fifty": 50},
    steps={
        **dict.fromkeys(("last", "past", "this past", "previous", "yesterday", "last night"), -1),
        **dict.fromkeys(("this", "today", "tonight", "this morning", "this afternoon", "this evening"), 0),
        **dict.fromkeys(("next", "coming", "this coming", "tomorrow"), 1),
    },
    units={
        **{"year": "year", "month": "month", "week": "week", "weekend": "weekend", "day": "day", "decade": "decade"},
        **{"century": "century", "centurie": "century"},
    },
)

_PAST = re.compile(
    r"\b(?:said|told|was|were|had|did|held|took|met|began|came|went|made|(?<!\bbe )[a-z]{3,}ed)\b", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|won['’]t|to be|(?:is|are) set|set for|scheduled|slated|due|expect(?:s|ed)?|plan(?:s|ned)?"
    r"|next|ahead of|starting|beginning|effective|upcoming|deadline|(?:is|are) to|expires?)\b"
    r"|\b(?:until|till|by|before|through)\s+(?:the end of |late |early |mid-?)?$",
    re.IGNORECASE,
)


def tense(text: str, start: int, end: int) -> Tense:
    """What the clause says of a date: the last telling word before it or, failing that, the first one after."""
    begin = max(text.rfind(mark, 0, start) for mark in (". ", "; ", "? ", "! ", "\n"))
    before = text[max(begin + 1, start - 70, 0) : start]
    past = max((match.end() for match in _PAST.finditer(before)), default=-1)
    future = max((match.end() for match in _FUTURE.finditer(before)), default=-1)
    if past < 0 and future < 0:
        after = text[end : end + 70].split(". ", maxsplit=1)[0]
        ahead, behind = _FUTURE.search(after), _PAST.search(after)
        if ahead and (behind is None or ahead.start() <= behind.start()):
            return "future"
        return "past" if behind else "plain"
    return "future" if future >= past else "past"


_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_M = rf"(?:{_LONG}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?|{_LONG.upper()})"
_M1, _M2 = rf"(?P<month>{_M})", rf"(?P<month2>{_M})"
_D1, _D2 = (rf"(?P<{name}>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)" for name in ("day", "day2"))
_Y = r"(?P<year>1[0-9]\d\d|20\d\d)(?!\d)"
_FULL_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_W = rf"(?:{_FULL_DAYS}|{_FULL_DAYS.upper()}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
_LEAD = rf"(?P<about>\b(?:about|around|circa|approximately|roughly|c\.) )?(?:\b{_W},? (?:the )?)?"
_PART = r"(?:\b(?:[Ee]arly|[Ll]ate|[Mm]id|(?:the )?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd) of)[ -](?:in )?)?"
_WHICH = r"(?P<which>this|last|next|that|the same|the following|the previous) year"
_TO = r"(?: ?[-–—] ?| to | and | through | until )"
_BEFORE_MONTH = "|".join(
    rf"(?<=\b{lead} )"
    for lead in ("[Ii]n", "[Ss]ince", "[Bb]y", "[Uu]ntil", "[Dd]uring", "of", "from", "for", "before", "after", "to",
                 "through", "[Ee]arlier in", "[Ll]ater in")
)  # fmt: skip
_COUNTED = (
    "people|persons|men|women|children|troops|soldiers|jobs|workers|employees|tons|tonnes|miles|km|kilomet|met(?:re|er)s"
    "|feet|acres|homes|houses|votes|pages|words|members|students|dollars|euros|pounds|barrels|hours|days|years|months|weeks"
    "|patients|deaths|cases|units|copies|protesters|refugees|participants|households|schools|times|MW|GW|kg|hectares"
    "|percent|per cent|million|billion|thousand|feet|voters|seats|fans|flights|vehicles|cars"
)
# What makes of four digits a number: marks of reference before them, decimals, units or counted things behind.
_NO_NUMBER = r"(?<![\d.,:/$€£¥#-])" + "".join(
    rf"(?<!\b{word} )"
    for word in ("S\\.", "No\\.", "H\\.R\\.", "E\\.O\\.", "HR", "Order",
                 "Law", "Section", "Resolution", "Room", "Suite",
                 "Flight", "Bill", "Windows", "Office", "Act", "Route", "Highway", "number")
)  # fmt: skip
_NO_MEASURE = rf"(?![\d%\w]|[.,]\d|-\w|:\d|['’]s? ?(?:{_COUNTED})\b| (?:{_COUNTED})\b)"
_YEAR_LEADS = "in|since|by|until|of|from|before|after|during|to|year|mid|early|late"
_N = rf"(?P<n>\d{{1,3}}|{'|'.join(word for word in WORDS.numbers if len(word) > 2 or word in ('a', 'an'))})"

_TABLE: tuple[tuple[str, DateReader], ...] = (
    (rf"(?<!\d){_Y}-(?P<m>\d\d)-(?P<day>\d\d)(?!\d)", read.iso),
    (r"(?<![\d/])(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?![\d/])", read.month_first_or_not),
    (rf"\b{_M1} {_D1}{_TO}(?:{_M2} )?{_D2}(?! [a-z]+ago)(?:,? {_Y})?", read.days),
    (rf"(?<![\d.,$]){_D1}(?: {_M1})?{_TO}{_D2} {_M2}(?:,? {_Y})?", read.days),
    (rf"{_LEAD}\b{_M1} {_D1},? (?:of |in )?{_Y}", read.day),
    (rf"{_LEAD}(?<![\d.,$]){_D1} (?:day )?(?:of )?{_M1},? {_Y}", read.day),
    (rf"{_LEAD}\b{_M1} {_D1},? (?:of )?{_WHICH}", read.day),
    (rf"{_LEAD}\b{_M1} {_D1}(?![.,:]\d| percent|%)", read.day),
    (rf"{_LEAD}(?<![\d.,$]){_D1} (?:of )?{_M1}\b", read.day),
    (rf"\b{_M1},? ?(?P<year1>(?:19|20)\d\d)?{_TO}{_M2},? {_Y}", read.months),
    (rf"\b(?:from|between) {_M1}(?: and | to | through | until ){_M2}\b", read.months),
    (rf"(?P<about>\b(?:about|around|circa) )?{_PART}\b{_M1}(?:,| of)? {_Y}", read.month),
    (rf"{_PART}\b{_M1},? (?:of )?{_WHICH}", read.month),
    (rf"\b(?P<lead>(?i:last|this past|this|next|this coming)) {_PART}{_M1}\b", read.near_month),
    (rf"(?:\b(?:[Ee]arly|[Ll]ate|[Mm]id)[ -]|{_BEFORE_MONTH}){_M1}\b", read.month),
    (rf"\b(?P<season>(?i:spring|summer|autumn|fall|winter))(?: of|,)? {_Y}", read.season),
    (r"\b(?P<which>(?i:this|last|past|next|coming)) (?P<season>spring|summer|autumn|fall|winter)\b", read.near_season),
    (rf"\b(?P<n>(?i:first|second|third|fourth|final|last)) (?:fiscal )?(?:quarter|(?P<half>half))(?: of| in|,)?"
        rf" (?:{_Y}|{_WHICH})", read.part_of_year),
    (rf"\b(?P<n>Q[1-4])(?: of| in|,)? {_Y}", read.part_of_year),
    (rf"(?<![\d$€£.,-]){_Y} ?[-–/—] ?(?P<last>(?:19|20)\d\d|\d\d)(?![\d%]|-\d)", read.years),
    (rf"\b(?:[Ff]rom|[Bb]etween|years?) {_Y} (?:to|and|through|until) (?P<last>(?:1[0-9]|20)\d\d)(?!\d)", read.years),
    (r"\b(?:the )?(?:early |late |mid-?)?(?P<year>1[5-9]\d0|20\d0)['’]?s\b", read.decade),
    (r"\b(?P<n>1\d|20|21)(?:st|nd|rd|th)[ -][Cc]entury\b", read.century),
    (rf"{_NO_NUMBER}(?P<about>\b(?:[Aa]bout|[Aa]round|[Cc]irca) )?{_PART}\b(?P<year>19\d\d"
        rf"|20\d\d){_NO_MEASURE}", read.year),
    (rf"\b(?i:{_YEAR_LEADS})[ -](?:at least |as early as )?(?P<about>about |around |circa"
        rf" )?(?P<year>1[0-8]\d\d){_NO_MEASURE}", read.year),
    (rf"\b(?:(?P<lead>(?i:last|next|this past|past|this coming|coming|this|previous))"
        rf" )?(?P<weekday>{_FULL_DAYS})\b(?:,? (?P<behind>last|next)\b(?! \w))?", read.weekday),
    (r"(?i:\b(?:earlier |later )?(?P<which>today|yesterday|tomorrow|tonight|last night|this morning|this afternoon"
        r"|this evening)\b(?!['’]s))", read.near_day),
    (r"(?i:\b(?P<which>this|last|past|previous|next|coming) (?P<unit>year|month|weekend|week)\b(?!-))", read.away),
    (r"(?i:\b(?:over|during|at|on) the (?P<unit>weekend)\b)", read.this_weekend),
    (rf"(?i:(?P<about>\b(?:about|around|nearly|almost|more than|over|some|roughly|at least|less than|just over|just"
        rf" under) )?\[?\b{_N}\]?(?P<half> and a half)? (?P<unit>year|month|week|day|decade|centur(?:y|ie))s?"
        rf" ago\b)", read.ago),
    (r"(?i:\bthe (?:next|following|previous) (?:day|morning|week|month|year)\b|\bthe day before\b|\ba (?:day|week"
        r"|month|year) (?:later|earlier)\b(?! than))", read.left_open),
    (rf"(?i:\b{_N} (?:days|weeks|months|years) (?:later|earlier)\b(?! than))", read.left_open),
)  # fmt: skip

ENGLISH = DateLanguage(WORDS, rules_of(WORDS, _TABLE), tense)
