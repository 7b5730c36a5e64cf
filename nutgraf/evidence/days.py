"""Days and months named in running text: 14 January, Jan. 14–16, le 1er mai, 5月1日. Years are figures of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

_NAMES: Mapping[str, str] = {
    "en": "January|Jan,February|Feb,March|Mar,April|Apr,May,June|Jun,July|Jul,August|Aug,September|Sept|Sep,"
    "October|Oct,November|Nov,December|Dec",
    "fr": "janvier|janv,février|févr,mars,avril|avr,mai,juin,juillet|juil,août,septembre|sept,octobre|oct,novembre|nov,"
    "décembre|déc",
    "de": "Januar|Jänner|Jan,Februar|Feb,März,April|Apr,Mai,Juni,Juli,August|Aug,September|Sept,Oktober|Okt,"
    "November|Nov,Dezember|Dez",
    "es": "enero|ene,febrero|feb,marzo|mar,abril|abr,mayo,junio|jun,julio|jul,agosto|ago,septiembre|setiembre|sept,"
    "octubre|oct,noviembre|nov,diciembre|dic",
    "it": "gennaio,febbraio,marzo,aprile,maggio,giugno,luglio,agosto,settembre,ottobre,novembre,dicembre",
    "pt": "janeiro,fevereiro,março,abril,maio,junho,julho,agosto,setembro,outubro,novembro,dezembro",
    "nl": "januari|jan,februari|feb,maart,april|apr,mei,juni,juli,augustus|aug,september|sept,oktober|okt,"
    "november|nov,december|dec",
    "ar": "يناير|كانون الثاني,فبراير|شباط,مارس|آذار,أبريل|إبريل|نيسان,مايو|أيار,يونيو|يونيه|حزيران,يوليو|يوليه|تموز,"
    "أغسطس|آب,سبتمبر|أيلول,أكتوبر|تشرين الأول,نوفمبر|تشرين الثاني,ديسمبر|كانون الأول",
    "he": "ינואר|בינואר,פברואר|בפברואר,מרץ|מרס|במרץ|במרס,אפריל|באפריל,מאי|במאי,יוני|ביוני,יולי|ביולי,"
    "אוגוסט|באוגוסט,ספטמבר|בספטמבר,אוקטובר|באוקטובר,נובמבר|בנובמבר,דצמבר|בדצמבר",
}
_LEADS: Mapping[str, str] = {
    "en": "in|since|until|till|during|early|late|mid",
    "fr": "en|depuis|fin|début|mi",
    "de": "im|seit|Anfang|Ende|Mitte",
    "ar": "في|منذ",
}
# What leads to a month without a day only: in "by May 12" it leads to the day.
_MORE_LEADS: Mapping[str, str] = {
    "en": "by|of|from|to|through|this|last|next|before|after|between",
    "fr": "de|dès|à|avant|après|courant|entre",
    "de": "bis|ab|vom|vor|nach|zwischen",
}
_HAN_LANGUAGES = frozenset({"zh", "ja", "ko"})

_DAYS_OF_MONTH, _MONTHS, _YEAR_DIGITS = 31, 12, 4
_FIRST_OF_LAST_CENTURY = 70
_DAYS = ("first", "second", "last")
_DAY = r"(?P<{0}>0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th|er|\.|º|°)?"
_JOIN = r"(?:\s?[-\u2013]\s?|\s(?:to|and|au|et|bis|und|al|y|e)\s(?:(?:the|le|zum|dem|den|der|el)\s)?)"
_NO_MEASURE = r"(?![\d:]|[.,]\d|\s?(?:%|per\s?cent|(?:m|b|tr)illion|thousand|p\.m|a\.m))"
_HAN = re.compile(
    r"(?:(?<!\d)(?P<year>\d{4})\s?[年년]\s?)?(?<!\d)(?P<month>1[0-2]|0?[1-9])\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日号일])?"
)
_ISO = re.compile(r"(?<!\d)(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_DIGITS = re.compile(r"(?<![\d./])(?P<one>\d{1,2})([./])(?P<other>\d{1,2})\2(?P<year>\d{4}|\d\d)(?![\d./]?\d)")
_COUNTS = re.compile(r"(?<=\d)\s(?!(?:and|or|but|to|at|as|when|after|before|with|by|for|from)\b)[^\W\d_]")
_YEAR_BEHIND = re.compile(r",?\s(?:of\s|de\s|del\s)?(?P<year>(?:1[5-9]|20)\d\d)(?!\d|[.,]\d|\s?%)")


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day, or a month without one, as a text names it."""

    month: int
    day: int | None
    start: int
    end: int
    digits: tuple[int, int] | None = None
    """Where the digits of the day stand, if they are not to be read as a number besides."""
    is_claim: bool = True
    """False for a month's name in passing, which may be another word, and forms that differ by country."""
    year: int | None = None
    """The year written beside it."""
    may_count: bool = False
    """Whether the day may as well count what follows, as in `by March 1 in 4 were ill`."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    before: re.Pattern[str]
    behind: re.Pattern[str] | None
    alone: re.Pattern[str]
    names: Mapping[str, int]


def _patterns(lang: str) -> _Patterns:
    groups = [names.split("|") for names in _NAMES[lang].split(",")]
    names = {name.lower(): number for number, group in enumerate(groups, 1) for name in group}
    flags = re.NOFLAG if lang in ("en", "de") else re.IGNORECASE  # may and march are other words in English
    written = [form for group in groups for name in group for form in dict.fromkeys((name, name.upper()))]
    month = rf"(?<![^\W_])(?P<month>{'|'.join(written)})(?![^\W_])\.?"
    first, second, last = (_DAY.format(name) for name in _DAYS)
    days = rf"(?<![\d.,:]){first}(?:(?:,\s{second})?{_JOIN}{last})?"
    lead, more = _LEADS.get(lang, "(?!)"), _MORE_LEADS.get(lang, "(?!)")
    lead_to_any = rf"(?P<lead>(?<!\w)(?:{lead}|{more})[\s-])?"
    lead = rf"(?P<lead>(?<!\w)(?:{lead})[\s-])?"
    return _Patterns(
        before=re.compile(rf"{days}\s(?:of\s|de\s)?{month}", flags),
        behind=re.compile(rf"{lead}{month}\s{days}{_NO_MEASURE}", flags) if lang == "en" else None,
        alone=re.compile(rf"{lead_to_any}{month}(?P<year>,?\s(?:of\s|de\s|del\s)?\d{{4}}(?!\d))?", flags),
        names=names,
    )


_KNOWN: Mapping[str, _Patterns] = {lang: _patterns(lang) for lang in _NAMES}


def knows_months(lang: str) -> bool:
    """Whether days and months can be read in that language at all."""
    return lang in _KNOWN or lang in _HAN_LANGUAGES


def mentions(text: str, lang: str) -> Iterator[DayMention]:
    """Every day and month that a text names, not in order; a month is also named by its days."""
    for match in _ISO.finditer(text):
        digits = match.end("year"), match.end()
        yield DayMention(int(match["month"]), int(match["day"]), *match.span(), digits, year=int(match["year"]))
    for match in _DIGITS.finditer(text):
        yield from _in_digits(match)
    if lang in _HAN_LANGUAGES:
        for match in _HAN.finditer(text):
            span, day = (match.start("month"), match.end()), int(match["day"]) if match["day"] else None
            yield DayMention(int(match["month"]), day, *span, span, year=int(match["year"]) if match["year"] else None)
    elif lang in _KNOWN:
        yield from _in_words(text, _KNOWN[lang])


Days = Mapping[tuple[int, int | None], frozenset[int | None]]
"""By month and day, and by month alone: the years beside each; None for one without a year."""


def days_in(text: str, lang: str) -> Days:
    """The days and months that a text names, to be asked for."""
    years: dict[tuple[int, int | None], set[int | None]] = {}
    for it in mentions(text, lang):
        years.setdefault((it.month, it.day), set()).add(it.year)
        years.setdefault((it.month, None), set()).add(it.year)
    return {day: frozenset(beside) for day, beside in years.items()}


def _in_words(text: str, patterns: _Patterns) -> Iterator[DayMention]:
    taken: set[int] = set()
    for pattern in (patterns.before, patterns.behind):
        for match in pattern.finditer(text) if pattern else ():
            if match.start("month") not in taken:
                taken.add(match.start("month"))
                year = _year_behind(text, match.end())
                may_count = pattern is patterns.behind and not year and _COUNTS.match(text, match.end()) is not None
                for mention in _days(match, patterns.names, year):
                    yield replace(mention, may_count=may_count)
    for match in patterns.alone.finditer(text):
        if match.start("month") not in taken:
            named = match["lead"] is not None or match["year"] is not None
            month = patterns.names[match["month"].lower()]
            year = _year_behind(text, match.start("year")) if match["year"] else None
            yield DayMention(month, None, *match.span("month"), is_claim=named, year=year)


def _in_digits(match: re.Match[str]) -> Iterator[DayMention]:
    """Day and month, or either way round where countries differ."""
    one, other, year = int(match["one"]), int(match["other"]), _whole(match["year"])
    if match[2] == "." and len(match["year"]) == _YEAR_DIGITS and 1 <= one <= _DAYS_OF_MONTH and 1 <= other <= _MONTHS:
        yield DayMention(other, one, *match.span(), (match.start(), match.start("year")), year=year)
        return
    for day, month in ((one, other), (other, one)):
        yield DayMention(month, day, *match.span(), is_claim=False, year=year)


def _whole(year: str) -> int:
    """A year of four digits, or the one that two digits most likely stand for."""
    if len(year) == _YEAR_DIGITS:
        return int(year)
    return int(year) + (1900 if int(year) >= _FIRST_OF_LAST_CENTURY else 2000)


def _year_behind(text: str, at: int) -> int | None:
    match = _YEAR_BEHIND.match(text, at)
    return int(match["year"]) if match else None


def _days(match: re.Match[str], names: Mapping[str, int], year: int | None) -> Iterator[DayMention]:
    month = names[match["month"].lower()]
    in_month = match.groupdict().get("lead") is not None
    for name in _DAYS:
        if match[name] is not None:
            # In May 12 people came: neither surely a day nor surely not.
            digits = None if in_month else match.span(name)
            yield DayMention(month, int(match[name]), match.start("first"), match.end(), digits, not in_month, year)
