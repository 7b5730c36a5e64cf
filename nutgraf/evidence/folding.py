"""Folds what typography varies and meaning doesn't: quotation marks, dashes, spaces, ligatures, Unicode forms.

Letters keep their case, and superscripts and fractions their form, because those do change what is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from nutgraf.model.characters import INVISIBLE

_QUOTES = '\u05f3\u05f4\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"`\u00b4'
_CORNERS = "\u300c\u300d\u300e\u300f"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"

# Arabic-Indic, Persian, Devanagari and Bengali digits; NFKC sees to the wide ones.
_ZEROS = (0x660, 0x6F0, 0x966, 0x9E6)
ASCII_DIGITS: Mapping[int, int] = {zero + digit: 0x30 + digit for zero in _ZEROS for digit in range(10)}

_LETTERS: Mapping[int, str] = {0x153: "oe", 0xE6: "ae"}
_CAPITALS = re.compile("[\u0152\u00c6](.?)", re.DOTALL)
_UNSEEN = {**str.maketrans(dict.fromkeys(INVISIBLE)), **ASCII_DIGITS, **_LETTERS}
_FOLDED = str.maketrans({**dict.fromkeys(_QUOTES + _CORNERS, "'"), **dict.fromkeys(_DASHES, "-")})
# NFKC would make 10² into 102 and 2½ into 21⁄2.
_KEPT = re.compile("([\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u215f\u2189])")
_SPACE = re.compile(r"\s+")
# French puts spaces inside its quotation marks and before high signs, and a narrow screen often loses them.
_INNER_SPACE = re.compile("(?<=(?<!\\w)[\u00ab\u2039]) | (?=[\u00bb\u203a](?!\\w))| (?=[;:!?%\u2030])")
# A dash between words is one sign however it is spaced or doubled; a minus before a number keeps its space.
_DASH = re.compile("(?! -[\\d.$\u20ac\u00a3\u00a5])(?: ?-)+ ?")
# American English puts commas and full stops before a closing mark, British English behind it.
_STOP_INSIDE = re.compile(r"(?<=\w)([.,])'(?!\w)")


def fold(text: str) -> str:
    """The text as it is compared: one form for all quotation marks, dashes and spaces, NFKC elsewhere."""
    parts = _KEPT.split(_CAPITALS.sub(_parted, text.translate(_UNSEEN)))
    text = "".join(part if number % 2 else unicodedata.normalize("NFKC", part) for number, part in enumerate(parts))
    text = _INNER_SPACE.sub("", _SPACE.sub(" ", text))
    return _STOP_INSIDE.sub(r"'\1", _DASH.sub("-", text.translate(_FOLDED))).strip()


def _parted(match: re.Match[str]) -> str:
    """A capital ligature in two letters, the second as high as what follows."""
    both = "OE" if match[0][0] == "\u0152" else "AE"
    return (both.title() if match[1].islower() else both) + match[1]


def width(folded: str) -> int:
    """How long a text is to a reader: a Han character or kana counts as two letters."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in folded)
