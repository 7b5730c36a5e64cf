"""Numbers in digits, read by the customs of a language: 1,200.5 in English is 1 200,5 in French and 1.200,5 in German.

What is neither grouped nor decimal, such as 14.01.2026, is several numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from nutgraf.locales.pick import primary

# Languages that write 1,200.5; the others write 1.200,5 or 1 200,5 (CLDR's decimal and group symbols).
_POINT_LANGUAGES = frozenset(
    ["en", "zh", "ja", "ko", "he", "th", "hi", "bn", "ur", "ar", "fa", "sw", "ms", "tl", "mt", "cy", "ga"]
)
_POINT_REGIONS = frozenset(f"es-{region}" for region in ("mx", "us", "pr", "gt", "hn", "ni", "pa", "do", "sv", "pe"))

FIXED_SPACES = "\u00a0\u202f\u2009\u2007"
_APOSTROPHES = "'\u2019\u066c"
_ARABIC_POINT = "\u066b"
_VULGAR = "\u00bc-\u00be\u2150-\u215e"
# 24/7, 9/11 and 2024/25 are none.
_FRACTION = r"(?<![/\u2044])(?:\d{1,2} )?[1-9][/\u2044](?:[2-9]|10)(?![\d/\u2044]|[.,]\d)"
_PARTS = re.compile(r"(?:(\d+) )?(\d)[/\u2044](\d+)")


def _pattern(spaces: str) -> re.Pattern[str]:
    # A plain space groups digits where it does so twice, even in English.
    spaced = rf"(?:\d{{1,3}}(?:[{spaces}]\d{{3}})+|\d{{1,3}}(?: \d{{3}}){{2,}})(?!\d)(?:[.,]\d+)?"
    marked = rf"\d+(?:[.,{_ARABIC_POINT}]\d+|[{_APOSTROPHES}]\d{{3}}(?!\d))*"
    whole = rf"(?:{spaced}|{marked})[{_VULGAR}]?"
    return re.compile(rf"(?<!\d)(?<!\d[.,])(?:{_FRACTION}|{whole}|(?<![\w.])\.\d+|[{_VULGAR}])")


_IN_POINT_LANGUAGES = _pattern(FIXED_SPACES)
_IN_OTHERS = _pattern(f" {FIXED_SPACES}")
_GROUPS = re.compile(f"[{_APOSTROPHES} {FIXED_SPACES}]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in digits, and where it stands."""

    value: Decimal
    start: int
    end: int


def numerals(text: str, lang: str) -> Iterator[Numeral]:
    """Every number in digits, in order."""
    points = lang.lower() in _POINT_REGIONS or primary(lang) in _POINT_LANGUAGES
    decimal, group = (".", ",") if points else (",", ".")
    for match in (_IN_POINT_LANGUAGES if points else _IN_OTHERS).finditer(text):
        value = _value(match[0], decimal, group)
        if value is not None:
            yield Numeral(value, *match.span())
            continue
        for part in re.finditer(r"\d+", match[0]):
            yield Numeral(Decimal(part[0]), match.start() + part.start(), match.start() + part.end())


def _value(written: str, decimal: str, group: str) -> Decimal | None:
    """The number; None when its marks make it none."""
    parts = _PARTS.fullmatch(written)
    if parts is not None:
        over, under = int(parts[2]), int(parts[3])
        return int(parts[1] or 0) + Decimal(str(over / under)) if over < under else None
    fraction = Decimal(0)
    if not written[-1].isdecimal():
        fraction, written = Decimal(str(unicodedata.numeric(written[-1]))), written[:-1] or "0"
    digits = _GROUPS.sub("", written).replace(_ARABIC_POINT, ".")
    if "." not in digits and "," not in digits:
        return Decimal(digits) + fraction if fraction else Decimal(digits)
    if _is_grouped(digits, group):
        digits = digits.replace(group, "").replace(decimal, ".")
    elif re.fullmatch(rf"\d*\{decimal}\d+", digits):
        digits = digits.replace(decimal, ".")
    elif re.fullmatch(rf"\d{{1,3}}(?:\{decimal}\d{{3}})+\{group}\d+|\d{{1,3}}(?:\{decimal}\d{{3}}){{2,}}", digits):
        digits = digits.replace(decimal, "").replace(group, ".")
    elif re.fullmatch(rf"\d+\{group}\d+", digits) and (group == "." or re.fullmatch(r"\d{1,3},\d{1,2}", digits)):
        digits = digits.replace(group, ".")
    else:
        return None
    return Decimal(digits)


def _is_grouped(digits: str, group: str) -> bool:
    """Whether the marks stand at thousands or, as in India, at lakhs and crores."""
    decimal = "." if group == "," else ","
    thousands, lakhs = rf"\d{{1,3}}(?:\{group}\d{{3}})+", rf"\d{{1,2}}(?:\{group}\d\d)+\{group}\d{{3}}"
    return re.fullmatch(rf"(?:{thousands}|{lakhs})(?:\{decimal}\d+)?", digits) is not None
