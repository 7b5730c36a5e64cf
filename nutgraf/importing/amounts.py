"""Figures worth a second look: amounts, shares and counts, each as it stands in the text. Reuses evidence/figures.py.

Refuses dates, ordinals, times of day, numbers in names and references, and small counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.evidence.figures import find_figures
from nutgraf.evidence.readings import CLOCK, DECADE, ORDINAL, Figure
from nutgraf.importing.sentences import sentence_at, sentence_spans
from nutgraf.locales.pick import primary
from nutgraf.model.records import FoundFigure, Text

Spans = tuple[tuple[int, int], ...]

_NUMBER_WORDS = {
    "en": "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half a|a hundred|a",
    "fr": "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente"
    "|quarante|cinquante|soixante|cent",
}
_TENS = {"en": r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|hundred))?", "fr": r"(?:[ -](?:et-)?\w+)??"}
_WORDED_TAIL = {
    "en": r"(?:(?: (?:hundred|thousand|million|billion|trillion))+|(?= per ?cent\b))",
    "fr": r"(?:(?: (?:cents?|mille|millions?|milliards?))+|(?= pour cent\b))",
}
_WORDED = {
    lang: re.compile(rf"\b(?:{words}){_TENS[lang]}{_WORDED_TAIL[lang]}\b", re.IGNORECASE)
    for lang, words in _NUMBER_WORDS.items()
}
_PERCENT = re.compile(r" (?:per ?cent|pour cent)\b", re.IGNORECASE)
_HAN_TAIL = re.compile(r"[十百千万萬亿億兆]+")
_REFERENCE = re.compile(
    r"(?:\b(?:[A-Z][\w’'-]*|No|no|number|section|article|chapter|page|pages|p|pp|room|route|channel|figure|table|type|class|model"
    r"|version|part|item|rule|paragraph|verse|lot|unit|phase|aged?|Executive Order|Order|law|loi|n|décret|numéro"
    r"|page)\.?|#|°|§)\s*$"
)
_COUNTED_NOUN = re.compile(
    r"[ \u00a0](?P<noun>(?:[A-ZÀ-Þ][\w’'-]+ ){0,3}(?!(?:and|or|to|in|of|on|at|by|for|from|the|as|after|when|is|was"
    r"|were|are|be|am|pm"
    r"|a\.m|p\.m|per|but|that|this|with|than|it|he|she|they|we|who|which|if|had|has|have|will|would|said|later|ago|earlier|percent|more|less|other|others|each|only|now|not|so|until|since|between|because|while|during|through"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|plus|moins|et|ou|à|au|de|du|des|en|dans|sur|pour|par|le|la|les|que|qui|est|sont|ont|a|avec|janvier|février|mars|avril|mai|juin|juillet"
    r"|août|septembre|octobre|novembre|décembre|y|e|o|del|el|los|las|um|uma|na|no|os|und|der|die|das)\b)[a-zà-ÿ][\w’'-]*)"
)
_HAN_NOUN = re.compile(r" ?(?P<noun>[个個名人项項条條家位天年月次户戶台辆輛架艘所])")
_OTHER_SCALE = re.compile(
    r"(?P<scale>[ \u00a0](?:mil millones|Tausend|Millionen|Million|Mio\.|Milliarden|Milliarde|Mrd\.|millón|millones"
    r"|milhão|milhões"
    r"|bilhões|bilhão|milioni|milione|miliardi|miljoen|miljard|тысяч\w*|mil|миллион\w*|миллиард\w*|млн|млрд|مليون\w*|مليار\w*|ألف)\b)"
    r"(?:[ \u00a0](?:de |di |d['’])?(?P<unit>[^\W\d_]+))?|(?P<percent>[ \u00a0](?:Prozent|por ciento|por cento"
    r"|procent|в процент\w*|процент\w*|في المئة|بالمئة))"
)
_DIGITS = re.compile(r"[-−]?\d(?:[\d.,'’\u00a0\u202f \u066b\u066c]*\d)?")
_SCALE_BEHIND = re.compile(r"[ \u00a0-]?(?:mil |thousand )?[^\W\d_]+\.?")
_SHORT_SCALE = re.compile(r"[ \u00a0]?(?:bln|mln|trln|trn)\b")
_HYPHEN = re.compile(r"[-‐‑](?=[a-zA-Z])|[-‐‑:/](?=\d)")
_NO_AMOUNT = frozenset([CLOCK, DECADE, ORDINAL, "date", "month", "day", "hours", "minutes", "seconds"])
_SMALLEST_COUNT = 10


def find_amounts(paragraphs: Sequence[str], dates: Sequence[Spans], lang: str) -> tuple[FoundFigure, ...]:
    """The figures of an article, each value with its unit once; `dates` are the stretches of each paragraph's dates."""
    found: dict[tuple[str, str | None], FoundFigure] = {}
    for paragraph, taken in zip(paragraphs, dates, strict=True):
        spans = sentence_spans(paragraph)
        for start, value, unit in _figures(paragraph, taken, lang):
            first, last = sentence_at(spans, start)
            excerpt = paragraph[first:last].strip()
            figure = FoundFigure(value=Text(value), unit=Text(unit) if unit else None, excerpt=Text(excerpt))
            found.setdefault((value, unit), figure)
    return tuple(found.values())


def _figures(text: str, taken: Spans, lang: str) -> list[tuple[int, str, str | None]]:
    language = primary(lang)
    figures = [
        (figure.start, *amount)
        for figure in find_figures(text, lang)
        if not any(first < figure.end and figure.start < last for first, last in taken)
        and (amount := _amount(text, figure)) is not None
    ]
    return sorted([*figures, *_worded(text, language, taken)])


def _worded(text: str, lang: str, taken: Spans) -> list[tuple[int, str, str | None]]:
    """Figures that begin with a number in words and go on with a scale or per cent: five thousand votes."""
    if lang not in _WORDED:
        return []
    found = []
    for match in _WORDED[lang].finditer(text):
        if any(first < match.end() and match.start() < last for first, last in taken):
            continue
        if text[match.start() - 1 : match.start()] in ("-", "."):
            continue
        unit = "%" if _PERCENT.match(text, match.end()) else _noun(text, match.end())
        found.append((match.start(), match[0], unit))
    return found


def _amount(text: str, figure: Figure) -> tuple[str, str | None] | None:
    """The value as it stands in the text, and its unit or what it counts; None for what is no amount."""
    if (
        not figure.text
        or figure.is_year
        or figure.unit in _NO_AMOUNT
        or _is_ordinal(figure)
        or _HYPHEN.match(text, figure.end)
    ):
        return None
    digits = figure.text.strip()
    if figure.unit is not None:
        short = _SHORT_SCALE.match(text, figure.end)
        return _without_unit(figure) + (short[0] if short else ""), figure.unit
    han = _HAN_TAIL.match(text, figure.end)
    if figure.scale or han:
        end = han.end() if han else figure.end
        return text[figure.start : end].strip(), _noun(text, end)
    other = _OTHER_SCALE.match(text, figure.end)
    if other:
        return (digits, "%") if other["percent"] else (digits + other["scale"], other["unit"])
    return _count(text, figure, digits)


def _count(text: str, figure: Figure, digits: str) -> tuple[str, str | None] | None:
    """A plain number: grouped digits, or a count of some size with what it counts."""
    noun = _noun(text, figure.end)
    if text[figure.start - 1 : figure.start] in ("#", "/", "-"):
        return None
    if figure.number >= 1000 and re.search(r"\d[,. \u00a0\u202f]\d{3}(?!\d)", digits):
        return digits, noun
    if _is_reference(text, figure.start) or noun is None or abs(figure.number) < _SMALLEST_COUNT:
        return None
    return digits, noun


def _is_reference(text: str, start: int) -> bool:
    """Whether the number belongs to a name or a reference: Section 5, Windows 95. Any word may begin a sentence."""
    match = _REFERENCE.search(text, max(0, start - 24), start)
    return match is not None and re.search(r"(?:^|[.!?:;]\s+[\"“«]?)$", text[: match.start()]) is None


def _is_ordinal(figure: Figure) -> bool:
    return re.search(r"\d(?:st|nd|rd|th|ers?|ère|e|ème|º|°)$", figure.text) is not None


def _without_unit(figure: Figure) -> str:
    """The number and its scale: `4 billion` of `$4 billion`, `58` of `58%`."""
    match = _DIGITS.search(figure.text)
    if match is None:
        return figure.text
    scale = _SCALE_BEHIND.match(figure.text, match.end()) if figure.scale else None
    return match[0] + (scale[0] if scale else "")


def _noun(text: str, end: int) -> str | None:
    match = _COUNTED_NOUN.match(text, end) or _HAN_NOUN.match(text, end)
    return match["noun"] if match else None
