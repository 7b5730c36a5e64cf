"""How day-first languages write dates: one set of patterns, and a table of words for each language.

French is served in full; Spanish, Portuguese, German, Italian, Dutch, Russian and Arabic with dates that name a month,
years, days of the week and the commonest relative words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nutgraf.importing import date_readers as read
from nutgraf.importing.calendar import Tense
from nutgraf.importing.dates import DateLanguage, DateReader, Unit, Vocabulary, alternatives, rules_of

_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTable:
    """One language's words. Lists are separated by commas; a month of several names has them separated by spaces."""

    months: str
    weekdays: str
    seasons: str = ""
    steps: Mapping[str, int] = field(default_factory=dict)
    """What stands before or behind a word for last, this and next."""
    near_days: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    numbers: str = ""
    ago: str = _NOTHING
    """A phrase such as `two years ago`, with the groups n and unit."""
    of: str = " "
    """What may stand between day, month and year."""
    first: str = ""
    """What may stand behind the number of a day."""
    year_leads: str = ""
    """What makes a number from 1000 to 1899 a year."""
    parts: str = ""
    """DateTable for early, late and the middle of."""
    about: str = _NOTHING
    decade: str = _NOTHING
    future: str = _NOTHING
    past: str = _NOTHING
    times_of_day: str = ""
    carries_year: bool = True


def _vocabulary(words: DateTable) -> Vocabulary:
    numbers = {word: at for at, group in enumerate(words.numbers.split(","), 1) for word in group.split()}
    return Vocabulary(
        months={
            name.lower().rstrip(".").replace("_", " "): at
            for at, names in enumerate(words.months.split(","), 1)
            for name in names.split()
        },
        weekdays={name: at for at, names in enumerate(words.weekdays.split(",")) for name in names.split("|")},
        seasons={
            name: 21 + at for at, names in enumerate(words.seasons.split(",")) for name in names.split("|") if name
        },
        numbers=numbers,
        steps={**words.steps, **words.near_days},
        units=words.units,
    )


def language(words: DateTable) -> DateLanguage:
    """The rules that these words make."""
    vocabulary = _vocabulary(words)
    rules = [(pattern, reader) for pattern, reader in _patterns(words, vocabulary) if _NOTHING not in pattern]
    compiled = rules_of(vocabulary, rules, re.IGNORECASE)
    past, future = (re.compile(rf"\b(?:{it})\b", re.IGNORECASE) for it in (words.past, words.future))

    def tense(text: str, start: int, end: int) -> Tense:
        begin = max(text.rfind(mark, 0, start) for mark in (". ", "; ", "? ", "! "))
        clause = text[max(begin + 1, start - 60, 0) : start]
        ahead = max((match.end() for match in future.finditer(clause)), default=-1)
        behind = max((match.end() for match in past.finditer(clause)), default=-1)
        if ahead < 0 and behind < 0:
            return "future" if future.search(text[end : end + 50]) else "plain"
        return "future" if ahead > behind else "past"

    return DateLanguage(vocabulary, compiled, tense, words.carries_year)


def _patterns(words: DateTable, vocabulary: Vocabulary) -> list[tuple[str, DateReader]]:
    names = alternatives(vocabulary.months)
    m1, m2 = rf"(?P<month>\b(?:{names})\b)", rf"(?P<month2>\b(?:{names})\b)"
    d1, d2 = (rf"(?P<{name}>[0-3]?\d)(?:{words.first})?(?!\d)" for name in ("day", "day2"))
    y = r"(?P<year>1[0-9]\d\d|20\d\d)(?!\d)"
    w, of = rf"(?P<weekday>\b(?:{alternatives(vocabulary.weekdays)})\b)", words.of
    steps = alternatives(vocabulary.steps) or _NOTHING
    about = rf"(?P<about>\b(?:{words.about}) )?"
    about = "" if words.about == _NOTHING else about
    times = rf"(?: (?:{words.times_of_day}))?" if words.times_of_day else ""
    part = rf"(?:\b(?:{words.parts})[ -](?:de |d['’])?)?" if words.parts else ""
    seasons = alternatives(vocabulary.seasons) or _NOTHING
    units = alternatives(vocabulary.units) or _NOTHING
    to = r"(?: ?[-–—] ?| (?:au|a|al|et|y|e|und|bis|и|по|en|tot|إلى|و) )"
    return [
        (rf"(?<!\d){y}-(?P<m>\d\d)-(?P<day>\d\d)(?!\d)", read.iso),
        (r"(?<![\d/.])(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?![\d/])", read.day_first),
        (rf"(?<![\d.,]){d1}(?:{of}{m1})?{to}(?:{w} )?{d2}{of}{m2}(?:,?{of}{y})?", read.days),
        (rf"(?:{w}{times},? )?(?<![\d.,]){d1}{of}{m1}\.?(?:,?{of}|, ?){y}", read.day),
        (rf"(?:{w}{times},? )?(?<![\d.,]){d1}{of}{m1}", read.day),
        (rf"\b{m1}(?:{of}(?P<year1>(?:19|20)\d\d))?{to}{m2}{of}{y}", read.months),
        (rf"{about}{part}{m1}\.?(?:,?{of}| ){y}", read.month),
        (rf"{part}{m1} (?P<lead>{steps})\b", read.near_month),
        (rf"\b(?P<lead>{steps}) {m1}", read.near_month),
        (rf"(?:{part}(?<=\b[A-Za-zÀ-ÿء-ي] )|{part}(?<=\b[A-Za-zÀ-ÿء-ي]{{2}} )|{part}(?<=\bim )|{part}(?<=\bdès"
            rf" )){m1}(?![\w-])", read.month),
        (rf"\b(?P<season>{seasons})(?:{of}| ){y}", read.season),
        (rf"\b(?P<season>{seasons}) (?P<which>{steps})\b", read.near_season),
        (rf"(?<![\d$€£.,-]){y} ?[-–/—] ?(?P<last>(?:19|20)\d\d|\d\d)(?![\d%]|-\d)", read.years),
        (rf"\b(?:de|entre|von|zwischen|dal|tra|from|van) {y} (?:à|et|a|y|e|bis|und|al|en|tot) (?P<last>(?:1[0-9]"
            rf"|20)\d\d)(?!\d)", read.years),
        (words.decade, read.decade),
        (rf"(?<![\d.,:/$€£#-]){about}{part}\b(?P<year>19\d\d|20\d\d)(?![\d%\w]|[.,]\d|-\w|:\d| (?:euros|dollars"
            rf"|personnes|personas|pessoas|habitants|€))", read.year),
        (rf"\b(?:{words.year_leads}) (?P<year>1[0-8]\d\d)(?![\d%\w]"
            rf"|[.,]\d)" if words.year_leads else _NOTHING, read.year),
        (rf"{w}(?: (?P<behind>{steps})\b)?{times}", read.weekday),
        (rf"\b(?P<lead>{steps}) {w}", read.weekday),
        (rf"\b(?P<which>{alternatives(words.near_days) or _NOTHING})\b", read.near_day),
        (rf"\b(?P<unit>{units}) (?:{words.first}|qui vient )?(?P<which>{steps})\b", read.away),
        (rf"\b(?P<which>{steps}) (?P<unit>{units})\b", read.away),
        (words.ago.replace("{n}", rf"(?P<n>\d{{1,3}}"
            rf"|{alternatives(vocabulary.numbers) or _NOTHING})").replace("{unit}", rf"(?P<unit>{units})"), read.ago),
    ]  # fmt: skip
