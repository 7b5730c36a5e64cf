"""Figures in running text: numbers with their scale and unit, read by the customs of the text's language.

Whole numbers only: 9 is not in 1998, 5 is not in 25%. Numbers in words, and digits in names (G7), are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from nutgraf.evidence.clock import times
from nutgraf.evidence.days import DayMention, knows_months, mentions
from nutgraf.evidence.folding import ASCII_DIGITS
from nutgraf.evidence.numerals import FIXED_SPACES, Numeral, numerals
from nutgraf.evidence.ranges import with_partners
from nutgraf.evidence.readings import BARE_DAY, CLOCK, DATE, DAY, DECADE, MONTH, ORDINAL, Figure, Reading, scaled
from nutgraf.evidence.scales import money_letter_at, scale_letter_at, scale_word_at
from nutgraf.evidence.units import sign_before, unit_at
from nutgraf.locales.pick import primary
from nutgraf.model.characters import INVISIBLE

_NARROW: Mapping[int, int] = {**{0xFF01 + sign: 0x21 + sign for sign in range(94)}, 0xFFE5: 0xA5, **ASCII_DIGITS}
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_ORDINALS = {
    "en": re.compile(r"(?:st|nd|rd|th)(?!\w)"),
    "fr": re.compile(r"(?:ers?|res?|ères?|es?|èmes?|nde?s?)(?!\w)"),
}
_DECADES = {
    "en": re.compile(r"s(?!\w)"),
    "de": re.compile(r"er(?!\w)"),
    "zh": re.compile("年代"),
    "ja": re.compile("年代"),
}
_FRENCH_DECADE = re.compile(r"ann[ée]es\s\Z", re.IGNORECASE)
_OWNER = re.compile(r"['\u2019]s(?!\w)")
# A common prefix before a hyphen leaves the number a number: mid-2024, but not COVID-19.
_HYPHENS = ("-", "\u2010", "\u2011")
_HYPHENED = re.compile(r"([^\W\d_]+)[-\u2010\u2011]\Z")
_PREFIXES = frozenset({"mid", "pre", "post", "early", "late", "non", "sub", "mi", "avant", "après"})
_FISCAL = re.compile(r"(?<![^\W_])[FC]Y\Z")
_GAP = re.compile(rf"-|[ {FIXED_SPACES}]{{0,3}}\n?[ {FIXED_SPACES}]{{0,3}}")
_OF = re.compile(r"(?:de |d['\u2019]|of )?")
_OF_A = re.compile(r"(?:of an? )?")
_MINUS = re.compile(
    r"(?:(?:\A|(?<![\d,;])[\s(\[|~])(?=[-\u2212\u2013])|(?<!\d)\s(?=\u2212)|(?<![^\W_])(?=minus))"
    r"(?P<sign>[-\u2212\u2013]|minus\s)\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_YEAR = re.compile(
    r"(?<!\w)(?:in|since|until|till|during|late|early|mid|year|en|depuis|dès|fin|début|année|seit)[\s-]\Z",
    re.IGNORECASE,
)
_OF_DAY = {
    "fr": re.compile(r"(?<!\w)(?:le|du|au|les)\s\Z", re.IGNORECASE),
    "de": re.compile(r"(?<!\w)(?:am|vom|zum|bis|den|der)\s\Z", re.IGNORECASE),
    "es": re.compile(r"(?<!\w)(?:el|del|al)\s\Z", re.IGNORECASE),
    "it": re.compile(r"(?<!\w)(?:il|dal|al)\s\Z", re.IGNORECASE),
    "pt": re.compile(r"(?<!\w)(?:dia|a)\s\Z", re.IGNORECASE),
}
_DAYS_OF_MONTH = 31
_WINDOW = 30
_YEAR_REACH = 8
"""How far behind a month its year may begin, as in `mars de 2025`."""


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows the digits: the power of ten, the unit, where the figure ends, and how else it may be read."""

    end: int
    scale: int = 0
    unit: str | None = None
    others: tuple[Reading, ...] = ()


def find_figures(text: str, lang: str) -> tuple[Figure, ...]:
    """Every figure in a text, in order. `lang` is its BCP 47 language, for commas, points and the word billion."""
    plain = text.translate(_NARROW)
    if not _HIDDEN.search(plain):
        found = _figures(plain, lang)
        return found if plain == text else tuple(replace(it, text=text[it.start : it.end]) for it in found)
    kept = [number for number, character in enumerate(plain) if character not in INVISIBLE]
    if not kept:
        return ()
    found = _figures("".join(plain[number] for number in kept), lang)
    return tuple(replace(it, start=kept[it.start], end=kept[max(it.end - 1, 0)] + 1) for it in found)


def claimed_figures(text: str, lang: str) -> tuple[Figure, ...]:
    """The figures of a text that claim something, as a month's name in passing doesn't."""
    return tuple(figure for figure in find_figures(text, lang) if figure.readings)


def _figures(text: str, lang: str) -> tuple[Figure, ...]:
    language = primary(lang)
    rest, clocks = list(text), []
    for time in times(text, language):
        readings = tuple((Decimal(minutes), CLOCK) for minutes in time.minutes)
        written = text[time.start : time.end]
        clocks.append(Figure(readings[0][0], 0, CLOCK, time.start, time.end, written, readings))
        rest[time.start : time.end] = "\x00" * len(written)
    dated = list(_dated(text, language))
    for _, digits in dated:
        if digits is not None:
            rest[slice(*digits)] = "\x00" * (digits[1] - digits[0])
    text = "".join(rest)
    read = [figure for numeral in numerals(text, lang) if (figure := _figure(text, numeral, language))]
    found = (_or_day(text, figure, language) for figure in with_partners(text, read))
    dates = tuple(date for date, _ in dated)
    return tuple(sorted((*_with_years(found, dates), *clocks, *dates), key=lambda figure: figure.start))


def _with_years(figures: Iterable[Figure], dates: Iterable[Figure]) -> Iterator[Figure]:
    """The figures, with the years of those dates known for years."""
    years = {(Decimal(date.of_year), date.end + gap) for date in dates if date.of_year for gap in range(_YEAR_REACH)}
    for figure in figures:
        yield replace(figure, is_year=True) if (figure.number, figure.start) in years else figure


def _dated(text: str, language: str) -> Iterator[tuple[Figure, tuple[int, int] | None]]:
    """The days and months of a text as figures, and the digits that they take up."""
    for mention in mentions(text, language):
        yield _date(mention, text), mention.digits
    if not knows_months(language):
        everything = tuple((Decimal(month), MONTH) for month in range(1, 13))
        yield Figure(Decimal(0), 0, MONTH, 0, 0, "", (), also=everything), None


def _date(mention: DayMention, text: str) -> Figure:
    month, day = Decimal(mention.month), Decimal(mention.day or 0)
    own: tuple[Reading, ...] = ((month, MONTH),)
    also: tuple[Reading, ...] = ()
    if mention.day is not None:
        also = (*own, (day, None if mention.may_count else BARE_DAY), (day, ORDINAL))
        own = ((month * 100 + day, DATE), (day, DAY))
    written = text[mention.start : mention.end]
    if not mention.is_claim:
        own, also = (), (*own, *also)
    unit = MONTH if mention.day is None else DATE
    return Figure(day or month, 0, unit, mention.start, mention.end, written, own, also=also, of_year=mention.year)


def _figure(text: str, numeral: Numeral, language: str) -> Figure | None:
    start, number = numeral.start, numeral.value
    sign = sign_before(text, start)
    if sign is None and _is_named(text, start):
        return None
    unit, start = sign or (None, start)
    tail = _tail(text, numeral, unit, language)
    if tail is None:
        return None
    minus = _MINUS.search(text[max(0, start - 8) : start])
    if minus or (sign and text[numeral.start - 1] in "-\u2212"):
        number, start = number.copy_negate(), start - (len(minus["sign"]) if minus else 1)
    readings = tail.others or ((scaled(number, tail.scale), tail.unit),)
    is_year = tail.unit is None and not tail.others and _is_year(text, numeral)
    return Figure(number, tail.scale, tail.unit, start, tail.end, text[start : tail.end], readings, is_year)


def _is_named(text: str, start: int) -> bool:
    """Whether the digits are part of a name: letters before them, with or without a hyphen."""
    before = text[max(0, start - _WINDOW) : start]
    if before.endswith("_") or (_has_case(before[-1:]) and not _FISCAL.search(before)):
        return True
    hyphened = _HYPHENED.search(before) if before[-1:] in _HYPHENS else None
    if hyphened is None or not _has_case(hyphened[1][-1]):
        return False
    return not hyphened[1].islower() and hyphened[1].lower() not in _PREFIXES


def _has_case(character: str) -> bool:
    """Whether it is a letter of a script in which digits join a word; in Chinese and Arabic they don't."""
    return character.lower() != character.upper()


def _is_year(text: str, numeral: Numeral) -> bool:
    if not _YEAR.fullmatch(text, numeral.start, numeral.end):
        return False
    before = text[max(0, numeral.start - _WINDOW) : numeral.start]
    return text[numeral.end : numeral.end + 1] == "年" or _OF_YEAR.search(before) is not None


def _or_day(text: str, figure: Figure, language: str) -> Figure:
    """The figure, also as a day without its month where it may be one, as in `le 13`."""
    if not (figure.text.isdecimal() and 1 <= figure.number <= _DAYS_OF_MONTH):
        return figure
    day = (*figure.readings, (figure.number, BARE_DAY))
    if not knows_months(language):
        return replace(figure, readings=day, also=((figure.number, DAY),))
    lead = _OF_DAY.get(language)
    is_led = lead is not None and lead.search(text, max(0, figure.start - _WINDOW), figure.start) is not None
    return replace(figure, readings=day) if is_led else figure


def _tail(text: str, numeral: Numeral, sign: str | None, language: str) -> _Tail | None:
    """What follows the digits; None when a name does, as in 5G."""
    tail = _in_time(text, numeral, language) if sign is None else None
    if tail is None:
        tail = _scaled_tail(text, numeral, sign, language)
    return None if tail.end == numeral.end and _has_case(text[tail.end : tail.end + 1]) else tail


def _in_time(text: str, numeral: Numeral, language: str) -> _Tail | None:
    """The tail of a decade, an ordinal, or a year that owns something."""
    number, end = numeral.value, numeral.end
    before = text[max(0, numeral.start - _WINDOW) : numeral.start]
    decade = _DECADES[language].match(text, end) if language in _DECADES else None
    owner = _OWNER.match(text, end)
    in_french = language == "fr" and _FRENCH_DECADE.search(before) and number % 10 == 0
    if decade or in_french or (owner and number % 10 == 0):
        decades = ((number, DECADE), (number + 1900, DECADE)) if number < 100 else ((number, DECADE),)
        others = (*decades, (number, None)) if owner else decades
        mark = decade or owner
        return _Tail(mark.end() if mark else end, 0, DECADE, others)
    if owner:
        return _Tail(owner.end())
    ordinal = _ORDINALS[language].match(text, end) if language in _ORDINALS else None
    if ordinal is None:
        return None
    return _Tail(ordinal.end(), 0, ORDINAL, ((number, ORDINAL),))


def _scaled_tail(text: str, numeral: Numeral, sign: str | None, language: str) -> _Tail:
    number, end, scale = numeral.value, numeral.end, 0
    beyond = _behind_gap(text, end)
    word = scale_word_at(text, beyond, language) or money_letter_at(text, beyond)
    letter = scale_letter_at(text, beyond)
    if word is not None:
        scale, end = word
    elif letter is not None and (len(text[beyond : letter[1]]) > 1 or sign or beyond == end):
        scale, end = letter
        if text[beyond:end] in ("m", "M") and sign is None and unit_at(text, end) is None:
            return _Tail(end, 0, None, ((scaled(number, scale), None), (number, "metres")))
    if scale:
        of = _OF.match(text, _behind_gap(text, end))
        beyond = of.end() if of else end
    elif of_a := _OF_A.match(text, beyond):
        beyond = of_a.end()  # as 0.75 of a percentage point
    named = unit_at(text, beyond)
    if named is not None and (sign is None or named[0].endswith(sign)):
        return _Tail(named[1], scale, named[0])
    return _Tail(end, scale, sign)


def _behind_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at
