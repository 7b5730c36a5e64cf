"""Figures in running text: numbers with their scale and unit, read by the customs of the text's language.

Whole numbers only: 9 is not in 1998, 5 is not in 25%. Numbers in words, and digits that belong to a name such as
COVID-19 or G7, are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from nutgraf.evidence.units import PERCENT, scale_at, sign_before, unit_at

# Languages that write 1,200.5; the others write 1.200,5 or 1 200,5 (CLDR's decimal and group symbols).
_POINT_LANGUAGES = frozenset(
    ["en", "zh", "ja", "ko", "he", "th", "hi", "bn", "ur", "ar", "fa", "sw", "ms", "tl", "mt", "cy", "ga"]
)

_FIXED_SPACES = "\u00a0\u202f\u2009\u2007"
_MARKS = f".,'\u2019\u066b\u066c{_FIXED_SPACES}"
_STARTS = r"(?<!\d)(?<!\d[.,])"
_LOOSE = rf"\d+(?:[{_MARKS}]\d+)*"
_POINT_NUMBER = re.compile(rf"{_STARTS}(?:\d{{1,3}}(?:[{_FIXED_SPACES}]\d{{3}})+(?!\d)(?:\.\d+)?|{_LOOSE})")
_COMMA_NUMBER = re.compile(rf"{_STARTS}(?:\d{{1,3}}(?:[ {_FIXED_SPACES}]\d{{3}})+(?!\d)(?:,\d+)?|{_LOOSE})")

_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:h]([0-5]\d)(?!\d)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|ers?|ère|res?|e|ème)(?![^\W\d_])")
_DECADE = re.compile(r"['\u2019]?s(?![^\W\d_])")
_ATTACHED_LETTER = re.compile(r"[bkm]n?(?![^\W\d_])", re.IGNORECASE)
# A common prefix before a hyphen leaves the number a number: mid-2024, but not COVID-19.
_HYPHENED = re.compile(r"([^\W\d_]+)[-\u2010\u2011]$")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_GAP = re.compile(rf"[ {_FIXED_SPACES}\n-]?")
_OF = re.compile(r"(?:de |d['\u2019]|of )?")
_BETWEEN = re.compile(r"\s*(?:-|\u2013|\u2014|to|and|or|à|et|ou|至|到)\s*", re.IGNORECASE)
_MINUS = re.compile(r"(?:^|[\s(])[-\u2212]$")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its number, its scale as a power of ten, its unit if any, and where it stands in the text."""

    number: Decimal
    scale: int
    unit: str | None
    start: int
    end: int
    text: str
    readings: tuple[tuple[Decimal, str | None], ...] = ()
    """What it may mean: usually one value with its unit; in a range also with the scale and unit of its partner."""

    def bears_out(self, claim: Figure) -> bool:
        """Whether a source that holds this figure bears out the claim.

        Values must be equal. A unit that the claim names must be this one's too. A claim without a unit may leave out
        a currency or a measure but no per cent, which would make it another number.
        """
        return any(
            held == claimed and _same_unit(claim_unit, unit)
            for held, unit in self.readings
            for claimed, claim_unit in claim.readings
        )


def _same_unit(claimed: str | None, held: str | None) -> bool:
    if claimed == held:
        return True
    if claimed is None:
        return held not in (PERCENT, "clock", "decade")
    dollars = claimed.endswith("$") and (held or "").endswith("$")
    return dollars and "$" in (claimed, held)


def find_figures(text: str, lang: str) -> tuple[Figure, ...]:
    """Every figure in a text, in order. `lang` is its BCP 47 language, for commas, points and the word billion."""
    language = lang.partition("-")[0].lower()
    text = _CLOCK.sub(lambda match: "\x00" * len(match[0]), text) if (clocks := _clocks(text)) else text
    number = _POINT_NUMBER if language in _POINT_LANGUAGES else _COMMA_NUMBER
    found = [figure for match in number.finditer(text) if (figure := _figure(text, match, language))]
    return tuple(sorted((*_with_partners(text, found), *clocks), key=lambda figure: figure.start))


def _clocks(text: str) -> list[Figure]:
    """Times of day, as minutes since midnight."""
    clocks = []
    for match in _CLOCK.finditer(text):
        minutes = Decimal(int(match[1]) * 60 + int(match[2]))
        clocks.append(Figure(minutes, 0, "clock", *match.span(), match[0], ((minutes, "clock"),)))
    return clocks


def _figure(text: str, match: re.Match[str], language: str) -> Figure | None:
    start, end = match.span()
    sign = sign_before(text, start)
    number = _number(match[0], language)
    if number is None or (sign is None and _is_named(text, start)):
        return None
    if sign is not None:
        unit, start = sign
    else:
        unit = None
    scale, unit, end = _tail(text, end, unit, language)
    if end < 0:
        return None
    if sign is None and _MINUS.search(text, 0, start):
        number, start = -number, start - 1
    return Figure(number, scale, unit, start, end, text[start:end])


def _is_named(text: str, start: int) -> bool:
    """Whether the digits are part of a name: letters before them, with or without a hyphen."""
    before = text[start - 1 : start]
    if before == "_" or (before.isalpha() and not _HAN.match(before)):
        return True
    hyphened = _HYPHENED.search(text, max(0, start - 30), start)
    return hyphened is not None and not hyphened[1].islower() and hyphened[1].lower() not in _PREFIXES


_PREFIXES = frozenset({"mid", "pre", "post", "early", "late", "non", "sub", "mi", "avant", "après"})


def _tail(text: str, end: int, unit: str | None, language: str) -> tuple[int, str | None, int]:
    """The scale, unit and end of a figure whose digits end there; an end of -1 when a name follows on."""
    if decade := _DECADE.match(text, end):
        return 0, "decade", decade.end()
    if ordinal := _ORDINAL.match(text, end):
        return 0, unit, ordinal.end()
    scale = 0
    gap = _GAP.match(text, end)
    beyond = gap.end() if gap else end
    scaled = scale_at(text, beyond, language)
    if scaled is not None and _may_scale(text, end, beyond, unit):
        scale, end = scaled
        gap = _GAP.match(text, end)
        beyond = gap.end() if gap else end
        of = _OF.match(text, beyond)
        beyond = of.end() if of else beyond
    named = unit_at(text, beyond)
    if named is not None and (unit is None or named[0].endswith(unit)):
        return scale, named[0], named[1]
    follower = text[end : end + 1]
    if follower.isalpha() and not _HAN.match(follower):
        return 0, None, -1
    return scale, unit, end


def _may_scale(text: str, end: int, beyond: int, unit: str | None) -> bool:
    """A single letter is a scale only right after the digits, and m and b only of money: 100 m is a length."""
    letter = _ATTACHED_LETTER.match(text, beyond)
    if letter is None:
        return True
    return beyond == end and (letter[0].lower() in ("k", "bn", "mn") or unit is not None)


def _number(digits: str, language: str) -> Decimal | None:
    """The value of digits with group and decimal marks; a run that is neither, such as 14.01.2026, keeps its digits."""
    for mark in f"'\u2019\u066c{_FIXED_SPACES} ":
        digits = digits.replace(mark, "")
    digits = digits.replace("\u066b", ".")
    decimal = "." if language in _POINT_LANGUAGES else ","
    group = "," if decimal == "." else "."
    if "." in digits and "," in digits:
        decimal = max(".,", key=digits.rfind)
        group = "," if decimal == "." else "."
        return Decimal(digits.replace(group, "").replace(decimal, "."))
    mark = "." if "." in digits else ","
    parts = digits.split(mark)
    if len(parts) == 1:
        return Decimal(digits)
    grouped = len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
    if grouped and (mark == group or len(parts) > 2):
        return Decimal("".join(parts))
    return Decimal(".".join(parts)) if len(parts) == 2 else Decimal("".join(parts))


def _with_partners(text: str, figures: list[Figure]) -> Iterable[Figure]:
    """The figures with their readings: in `10 to 15%` and `$10–15 billion` each side lends what the other lacks."""
    for number, figure in enumerate(figures):
        readings = [(figure.number.scaleb(figure.scale), figure.unit)]
        after = figures[number + 1] if number + 1 < len(figures) else None
        before = figures[number - 1] if number else None
        if after is not None and _BETWEEN.fullmatch(text, figure.end, after.start):
            readings.append((figure.number.scaleb(figure.scale or after.scale), figure.unit or after.unit))
        if before is not None and _BETWEEN.fullmatch(text, before.end, figure.start):
            readings.append((figure.number.scaleb(figure.scale or before.scale), figure.unit or before.unit))
        yield replace(figure, readings=tuple(dict.fromkeys(readings)))
