"""The units and scales a figure can carry, under each of their names in English and French, and signs everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

PERCENT = "%"

_AFTER: Mapping[str, str] = {
    "percentage points": "percentage[ -]points?|percent points?|points? de pourcentage|pp",
    PERCENT: "%|\u066a|per[ -]?cents?|pct|pour[ -]?cents?",
    "‰": "‰|per mille|pour mille",
    "US$": "US dollars?|U\\.S\\. dollars?|American dollars?|dollars américains?|USD",
    "C$": "Canadian dollars?|dollars canadiens?|CAD",
    "A$": "Australian dollars?|dollars australiens?|AUD",
    "HK$": "Hong Kong dollars?|HKD",
    "$": "dollars?|\\$",
    "€": "€|euros?|EUR",
    "£": "£|pounds sterling|pounds?|livres sterling|GBP",
    "¥": "¥|yuan|renminbi|RMB|CNY|元",
    "yen": "yen|JPY|円",
    "₹": "₹|rupees?|roupies?|INR",
    "km": "km|kilomet(?:re|er)s?|kilomètres?|公里",
    "miles": "miles?",
    "metres": "met(?:re|er)s?|mètres?",
    "feet": "feet|foot|ft",
    "hectares": "hectares?",
    "acres": "acres?",
    "kg": "kg|kilogram(?:me)?s?|kilos?",
    "tonnes": "tonnes?|metric tons?|吨",
    "tons": "tons?",
    "barrels": "barrels?|barils?",
    "years": "years?|ans?|années?",
    "months": "months?|mois",
    "weeks": "weeks?|semaines?",
    "days": "days?|jours?",
    "hours": "hours?|heures?",
    "minutes": "minutes?",
    "seconds": "seconds?|secondes?",
    "°C": "°C|degrees Celsius|degrés Celsius",
    "°F": "°F|degrees Fahrenheit|degrés Fahrenheit",
}

_BEFORE: Mapping[str, str] = {
    "US$": "US ?\\$|U\\.S\\. ?\\$|USD",
    "C$": "C ?\\$|CAN? ?\\$|CAD",
    "A$": "AU? ?\\$|AUD",
    "HK$": "HK ?\\$|HKD",
    "$": "\\$",
    "€": "€|EUR",
    "£": "£|GBP",
    "¥": "¥|CNY|RMB",
    "₹": "₹|INR|Rs\\.?",
}

# Powers of ten. A billion is 10^9 in English and 10^12 in French, which calls 10^9 a milliard.
_SCALES: Mapping[str, int] = {
    "hundred": 2,
    "thousand|mille|milliers?|k": 3,
    "millions?|mn|m": 6,
    "milliards?|bn": 9,
    "trillions?|tn": 12,
    "万|萬": 4,
    "亿|億": 8,
}
_BILLION = {"fr": 12}

_NO_LETTER = r"(?![^\W\d_])"


def _alternatives(patterns: Iterable[str], prefix: str) -> str:
    return "|".join(f"(?P<{prefix}{number}>{pattern})" for number, pattern in enumerate(patterns))


_UNIT = re.compile(rf"(?:{_alternatives(_AFTER.values(), 'u')}){_NO_LETTER}", re.IGNORECASE)
_SIGN = re.compile(rf"(?:{_alternatives(_BEFORE.values(), 's')})$")
_SCALE = re.compile(rf"(?:(?P<billion>billions?|b)|{_alternatives(_SCALES, 'x')}){_NO_LETTER}", re.IGNORECASE)
_HAN_SCALE = re.compile("万|萬|亿|億")


def sign_before(text: str, end: int) -> tuple[str, int] | None:
    """The currency whose sign ends just there, and where it begins."""
    match = _SIGN.search(text, max(0, end - 6), end)
    if match is None or (match.start() > 0 and match[0][0].isalpha() and text[match.start() - 1].isalpha()):
        return None
    return _name(match, tuple(_BEFORE)), match.start()


def unit_at(text: str, start: int) -> tuple[str, int] | None:
    """The unit whose name begins just there, and where it ends."""
    match = _UNIT.match(text, start)
    return (_name(match, tuple(_AFTER)), match.end()) if match else None


def scale_at(text: str, start: int, lang: str) -> tuple[int, int] | None:
    """The power of ten whose name begins just there, and where it ends."""
    han = _HAN_SCALE.match(text, start)
    if han is not None:
        return (4 if han[0] in "万萬" else 8), han.end()
    match = _SCALE.match(text, start)
    if match is None:
        return None
    if match["billion"]:
        return _BILLION.get(lang, 9), match.end()
    return tuple(_SCALES.values())[_number(match)], match.end()


def _name(match: re.Match[str], names: tuple[str, ...]) -> str:
    return names[_number(match)]


def _number(match: re.Match[str]) -> int:
    return int((match.lastgroup or "u0")[1:])
