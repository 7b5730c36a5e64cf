"""The units a figure can carry, under each of their names and signs, and the currency signs that stand before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

PERCENT = "%"
POINTS = "percentage points"
PERMILLE = "‰"
BARE_POINTS = "points"

# Longer names before those that they begin with. A blank stands for any space, line end or hyphen.
_AFTER: Mapping[str, str] = {
    POINTS: "percentage points?|percent(?:age)? pts?|percent points?|points? de pourcentage|pp|p\\.p\\."
    "|prozentpunkte?n?|puntos? porcentuales?|punti percentuali|[个個]?百分[点點]",
    "basis points": "basis points?|bps|points? de base|Basispunkte?n?|个?基点",
    BARE_POINTS: "points?|Punkten?|puntos?|punti",
    PERCENT: "%|\u066a|per ?cents?|pct|pour ?cents?|p\\. ?100|prozent|por ?ciento|por ?cento|per ?cento|procent"
    "|في المئة|في المائة|بالمئة|بالمائة",
    PERMILLE: "‰|per mille|pour mille|promille",
    "cents": "cents?|¢|centimes?|centavos?",
    "US$": "\\$ ?US|US dollars?|U\\.S\\. dollars?|American dollars?|dollars (?:américains?|US)|USD|美元|دولار أمريكي",
    "C$": "\\$ ?CAN?|Canadian dollars?|dollars canadiens?|CAD|加元",
    "A$": "Australian dollars?|dollars australiens?|AUD|澳元",
    "HK$": "Hong Kong dollars?|HKD|港元",
    "$": "dollars?|\\$|دولارا?ت?|דולר(?:ים)?",
    "€": "€|euros?|EUR|欧元|歐元|يورو|אירו|יורו",
    "£": "£|pounds sterling|pounds?|livres sterling|GBP|英镑|英鎊",
    "CN¥": "yuan|renminbi|RMB|CNY|元|人民[币幣]",
    "JP¥": "yen|JPY|円|日元",
    "¥": "¥",
    "₹": "₹|rupees?|roupies?|INR",
    "₪": "₪|shekels?|שקל(?:ים)?|NIS|ILS",
    "₩": "₩|KRW|원",
    "CHF": "CHF|Swiss francs?|francs suisses?|Franken",
    "₽": "₽|rou?bles?|RUB",
    "MW": "MW|megawatts?",
    "GW": "GW|gigawatts?",
    "kW": "kW|kilowatts?",
    "kWh": "kWh|kilowatt hours?",
    "MWh": "MWh|megawatt hours?",
    "GWh": "GWh|gigawatt hours?",
    "TWh": "TWh|terawatt hours?",
    "KB": "KB|kilobytes?",
    "MB": "MB|megabytes?",
    "GB": "GB|gigabytes?",
    "TB": "TB|terabytes?",
    "km/h": "km/h|kph|kilomet(?:re|er)s? (?:per|an) hour|kilomètres?/heure",
    "mph": "mph|miles (?:per|an) hour",
    "km²": "km²|km2|sq\\.? km|square kilomet(?:re|er)s?|kilomètres carrés",
    "km": "km|kilomet(?:re|er)s?|kilomètres?|公里",
    "miles": "miles?",
    "cm": "cm|centimet(?:re|er)s?|centimètres?|厘米",
    "mm": "mm|millimet(?:re|er)s?|millimètres?|毫米",
    "metres": "met(?:re|er)s?|mètres?|米",
    "feet": "feet|foot|ft",
    "hectares": "hectares?|ha|公顷",
    "acres": "acres?",
    "kg": "kg|kilogram(?:me)?s?|kilos?|公斤",
    "g": "(?-i:g)(?!['\u2019])|gram(?:me)?s?|克",
    "mg": "mg|milligram(?:me)?s?",
    "litres": "lit(?:re|er)s?|(?-i:[lL])(?!['\u2019])|升",
    "tonnes": "tonnes?|metric tons?|(?-i:t)(?!['\u2019])|吨|噸",
    "tons": "tons?",
    "barrels": "barrels?|barils?|桶",
    "years": "years?|yrs?|ans|années?|Jahren?|años?",
    "months": "months?|mois|Monaten?|meses|个月",
    "weeks": "weeks?|semaines?|Wochen?|semanas?",
    "days": "days?|jours?|Tagen?|días?",
    "hours": "hours?|hrs?|(?-i:h)(?!['\u2019])|heures?|Stunden?|horas?|小时",
    "minutes": "minutes?|mins?|Minuten|minutos?|分钟",
    "seconds": "seconds?|secs?|secondes?|Sekunden?",
    "times": "times|(?-i:x)|fold|fois|mal|倍",
    "°C": "[°º] ?C|degrees? Celsius|degrees? C|degrés? Celsius|(?<![^\\d ])(?-i:C)(?![\\w$'’-])",
    "°F": "[°º] ?F|degrees? Fahrenheit|degrees? F|degrés? Fahrenheit|(?<![^\\d ])(?-i:F)(?![\\w'’-])",
}

_ALONE = "(?<![^\\W\\d_])"
_BEFORE: Mapping[str, str] = {
    PERCENT: "百分之",
    "US$": f"{_ALONE}(?:US ?\\$|U\\.S\\. ?\\$|USD)",
    "C$": f"{_ALONE}(?:C\\$|CAN?\\$|CAN \\$|CAD)",
    "A$": f"{_ALONE}(?:AU?\\$|AUD)",
    "HK$": f"{_ALONE}(?:HK\\$|HKD)",
    "$": "\\$",
    "€": f"€|{_ALONE}EUR",
    "£": f"£|{_ALONE}GBP",
    "CN¥": f"{_ALONE}(?:CN ?¥|CNY|RMB)",
    "JP¥": f"{_ALONE}(?:JP ?¥|JPY)",
    "¥": "¥",
    "₹": f"₹|{_ALONE}(?:INR|Rs\\.?)",
    "₪": f"₪|{_ALONE}(?:NIS|ILS)",
    "₩": f"₩|{_ALONE}KRW",
    "CHF": f"{_ALONE}(?:CHF|Fr\\.)",
    "₽": f"₽|{_ALONE}RUB",
}

# A name in letters ends where no letter follows; those of Chinese, Japanese and Korean run on into the next word.
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
NO_LETTER = rf"(?![^\W\d_{UNSPACED}])"


def _alternatives(patterns: Iterable[str], prefix: str) -> str:
    return "|".join(f"(?P<{prefix}{number}>{pattern})" for number, pattern in enumerate(patterns))


_UNIT = re.compile(rf"(?:{_alternatives(_AFTER.values(), 'u')}){NO_LETTER}".replace(" ", r"[\s-]"), re.IGNORECASE)
_SIGN = re.compile(rf"(?:{_alternatives(_BEFORE.values(), 's')})(?P<gap>[ \u00a0\u202f]?)\Z")
_SIGN_ENDS = frozenset("$€£¥₹₪₩₽DRPBYFSL.s之")
_NUMBER_BEFORE_SIGN = re.compile(r"\d\s?\Z")
_LONGEST_SIGN = 8


def sign_before(text: str, end: int) -> tuple[str, int] | None:
    """The currency whose sign ends just there, or a space before, and where it begins."""
    last = text[max(0, end - 2) : end].strip()[-1:]
    match = None if last not in _SIGN_ENDS else _SIGN.search(text, max(0, end - _LONGEST_SIGN), end)
    if match is None:
        return None
    if match["gap"] and _NUMBER_BEFORE_SIGN.search(text, max(0, match.start() - 2), match.start()):
        return None  # in 60 $ 5 it belongs to the number before it
    name = next(name for number, name in enumerate(_BEFORE) if match[f"s{number}"] is not None)
    return name, match.start()


def unit_at(text: str, start: int) -> tuple[str, int] | None:
    """The unit whose name begins just there, and where it ends."""
    match = _UNIT.match(text, start)
    if match is None:
        return None
    return next(name for number, name in enumerate(_AFTER) if match[f"u{number}"] is not None), match.end()


def same_unit(claimed: str, held: str | None) -> bool:
    """Whether two names mean one unit: a bare $ may be any dollar, ¥ yuan or yen, and points those of a per cent."""
    if claimed == held:
        return True
    if claimed == BARE_POINTS:
        return held in (POINTS, None)
    return any(claimed.endswith(sign) and (held or "").endswith(sign) and sign in (claimed, held) for sign in "$¥")


_CONTINUED = re.compile(
    rf"[\s-]?(?:{_AFTER[PERCENT]}|{_AFTER[POINTS]}|[‰$€£¥₹₩₽元])".replace(" ", r"[\s-]") + NO_LETTER, re.IGNORECASE
)


def has_sign_behind(text: str, at: int) -> bool:
    """Whether a number that ends there goes on with its per cent or its currency sign."""
    return _CONTINUED.match(text, at) is not None
