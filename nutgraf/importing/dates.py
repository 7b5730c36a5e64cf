"""Finds dates in a text and resolves each to EDTF. Refuses to date what the words and the publication leave open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from nutgraf.importing.calendar import Published, Reckoner, Tense
from nutgraf.model.edtf import EdtfError, parse_edtf

_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_NEARBY = 300
"""Characters, about two sentences, over which a year is carried on."""


Unit = Literal["year", "month", "week", "weekend", "day", "decade", "century"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What a language's words for dates mean, in lower case and without full stops."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """Monday is 0."""
    seasons: Mapping[str, int]
    """21 for spring to 24 for winter, as EDTF has it."""
    numbers: Mapping[str, int]
    steps: Mapping[str, int]
    """last -1, this 0, next 1."""
    units: Mapping[str, Unit]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may ask besides its own match: the text around it, and how to reckon from the publication."""

    text: str
    words: Vocabulary
    reckon: Reckoner
    tense: Callable[[str, int, int], Tense]
    quoted: bool
    """Whether the phrase stands within quotation marks."""
    year_nearby: int | None
    """The year that the text before it, in the same paragraph, speaks of."""

    def tense_at(self, match: re.Match[str]) -> Tense:
        """Whether the words around a match speak of what was or of what will be."""
        return self.tense(self.text, match.start(), match.end())


DateReader = Callable[[re.Match[str], Setting], str | None]
"""EDTF for a match; None for a date left open; an empty text for what is no date."""


@dataclass(frozen=True, slots=True)
class DateRule:
    """One way to write a date."""

    pattern: re.Pattern[str]
    read: DateReader
    sign: re.Pattern[str]
    """What a text must hold for the rule to be worth trying: a digit, or a word that the pattern asks for."""


@dataclass(frozen=True, slots=True)
class DateLanguage:
    """The rules of one language, most telling first, and how it shows what was from what will be."""

    words: Vocabulary
    rules: tuple[DateRule, ...]
    tense: Callable[[str, int, int], Tense]
    carries_year: bool = False
    """Whether a day without a year takes that of the sentence before it, not that of the publication."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands, and EDTF for it; with X for a year that isn't told, None where all is open."""

    start: int
    end: int
    date: str | None


def find_dates(
    text: str, language: DateLanguage, known: Published | None, quoted: tuple[tuple[int, int], ...] = ()
) -> tuple[FoundDate, ...]:
    """Every date of a paragraph, in order. `quoted` tells the stretches within quotation marks."""
    reckon = Reckoner(known)
    found: list[FoundDate] = []
    taken = bytearray(len(text))
    signs = {sign: sign.search(text) is not None for sign in {rule.sign for rule in language.rules}}
    for rule in language.rules:
        for match in rule.pattern.finditer(text) if signs[rule.sign] else ():
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            inside = any(first <= start and end <= last for first, last in quoted)
            year = _year_before(text, start) if language.carries_year else None
            date = rule.read(match, Setting(text, language.words, reckon, language.tense, inside, year))
            if date == "" or not _is_possible(date):
                continue
            taken[start:end] = b"\x01" * (end - start)
            found.append(FoundDate(start, end, date))
    return tuple(sorted(found, key=lambda it: it.start))


def _year_before(text: str, start: int) -> int | None:
    years = _YEAR.findall(text[max(0, start - _NEARBY) : start])
    return int(years[-1]) if years else None


def _is_possible(date: str | None) -> bool:
    if date is None or date.startswith("XXXX"):
        return True
    try:
        parse_edtf(date)
    except EdtfError:
        return False
    return True


def rules_of(words: Vocabulary, table: Iterable[tuple[str, DateReader]], flags: int = 0) -> tuple[DateRule, ...]:
    """The rules of a language from their patterns, most telling first."""
    named: tuple[tuple[str, Iterable[str]], ...] = (
        ("<month>", words.months),
        ("<weekday>", words.weekdays),
        ("<season>", words.seasons),
        ("<unit>", words.units),
        ("<which>", words.steps),
    )
    signs = {group: re.compile(alternatives(names), re.IGNORECASE) for group, names in named if names}
    return tuple(DateRule(re.compile(pattern, flags), read, _sign(pattern, signs)) for pattern, read in table)


def _sign(pattern: str, signs: Mapping[str, re.Pattern[str]]) -> re.Pattern[str]:
    if "<which>" in pattern and "<year>" in pattern:  # of 2019, of last year
        return re.compile("")
    found = next((signs[group] for group in signs if group in pattern), None)
    return found or re.compile(r"\d" if "<year>" in pattern else "")


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of these words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
