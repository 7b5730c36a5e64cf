"""The words and letters that multiply a figure: million, bn, milliard, 万, lakh. Each language has its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nutgraf.evidence.units import NO_LETTER

# Powers of ten. A billion is 10^9 in English and 10^12 in French and German, which call 10^9 a milliard.
_ENGLISH: Mapping[str, int] = {
    "hundred": 2, "thousand": 3, "lakhs?": 5, "millions?": 6, "crores?": 7, "billions?": 9, "trillions?": 12,
}  # fmt: skip
_OTHERS: Mapping[str, Mapping[str, int]] = {
    "fr": {"mille|milliers?": 3, "millions?": 6, "milliards?|mds?": 9, "billions?": 12, "trillions?": 18},
    "de": {"tausend": 3, "millionen|million|mio\\.?": 6, "milliarden?|mrd\\.?": 9, "billion(?:en)?": 12},
    "es": {"mil\\smillones": 9, "mil": 3, "mill(?:ones|ón)": 6, "bill(?:ones|ón)": 12},
    "it": {"mila": 3, "milion[ei]": 6, "miliard[oi]": 9},
    "pt": {"mil\\smilhões|bilh(?:ões|ão)": 9, "mil": 3, "milh(?:ões|ão)": 6},
    "nl": {"duizend": 3, "miljoen": 6, "miljard": 9, "biljoen": 12},
    "ar": {"ألفا?|آلاف": 3, "مليونا?|ملايين": 6, "مليارا?ت?|بليونا?": 9, "تريليونا?": 12},
    "he": {"אלף|אלפים": 3, "מיליון|מיליוני": 6, "מיליארד|מיליארדי": 9, "טריליון": 12},
}
_LETTERS: Mapping[str, int] = {"k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "tn": 12}
_HAN: Mapping[str, int] = {
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "萬": 4,
    "만": 4,
    "亿": 8,
    "億": 8,
    "억": 8,
    "兆": 12,
    "조": 12,
}

_LETTER = re.compile(rf"(?:[kmb]|[mbt]n){NO_LETTER}", re.IGNORECASE)
_MONEY: Mapping[str, int] = {"k": 3, "m": 6, "g": 9}
_MONEY_LETTER = re.compile(r"[kmg](?=[$€£])", re.IGNORECASE)
_HAN_WORD = re.compile(f"[{''.join(_HAN)}]+")


def _compiled(words: Mapping[str, int]) -> re.Pattern[str]:
    listed = "|".join(f"(?P<x{power}>{names})" for names, power in words.items())
    return re.compile(rf"(?:{listed}){NO_LETTER}", re.IGNORECASE)


_WORDS = {"en": _compiled(_ENGLISH)} | {lang: _compiled(words) for lang, words in _OTHERS.items()}


def scale_word_at(text: str, start: int, lang: str) -> tuple[int, int] | None:
    """The power of ten whose name in that language, or in Chinese, begins just there, and where it ends."""
    han = _HAN_WORD.match(text, start)
    if han is not None:
        return sum(_HAN[sign] for sign in han[0]), han.end()
    match = _WORDS.get(lang, _WORDS["en"]).match(text, start)
    return (int((match.lastgroup or "x0")[1:]), match.end()) if match else None


def scale_letter_at(text: str, start: int) -> tuple[int, int] | None:
    """The power of ten whose letters begin just there, such as bn, and where they end."""
    match = _LETTER.match(text, start)
    return (_LETTERS[match[0].lower()], match.end()) if match else None


def money_letter_at(text: str, start: int) -> tuple[int, int] | None:
    """The power of ten whose letter begins just there before a currency sign, as in M$, and where it ends."""
    match = _MONEY_LETTER.match(text, start)
    return (_MONEY[match[0].lower()], match.end()) if match else None


def has_scale_behind(text: str, at: int) -> bool:
    """Whether a number that ends there goes on with a power of ten, in whatever language."""
    beyond = at + (text[at : at + 1] in (" ", "-"))
    return any(scale_word_at(text, beyond, lang) for lang in _WORDS)
