"""The dateline before an article's first sentence: place, day and agency. Refuses what may be the sentence itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.importing.date_languages import date_language
from nutgraf.importing.dates import find_dates
from nutgraf.importing.furniture import date_of_line

_DASH = r"\s*\.?\s*(?:[–—]|--?|―)\s*"
_PLACE = r"[A-ZÀ-Þ][\w.'’ÀÞ-]*(?:[ /-][A-ZÀ-Þ][\w.'’-]*){0,3}"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’]*){0,3}"
_AGENCY = r"(?:\s*\((?P<agency>[^()]{2,40})\))"
_REGION = r"(?:,\s*(?:[A-ZÀ-Þ][\w.]*\.?)(?:\s[A-ZÀ-Þ][\w.]*)?)"
_BY_CAPITALS = re.compile(
    rf"(?P<line>{_CAPITALS}{_REGION}?(?:,\s*[^–—()]{{3,30}}?)?{_AGENCY}?){_DASH}(?=[\"“«‘(]?[\w])"
)
_BY_AGENCY = re.compile(rf"(?P<line>{_PLACE}(?:,\s*[^–—()]{{2,40}}?)?{_AGENCY}){_DASH}")
_BY_REGION = re.compile(
    rf"(?P<line>{_PLACE}{_REGION})\s+?(?:[–—]|--|-)\s+(?=[\"“«‘(]?[A-ZÀ-Þ])|(?P<bare>{_PLACE})\s?(?:—|--)\s?(?=[\"“«‘(]?[A-ZÀ-Þ])"
)
_BY_DATE = re.compile(rf"(?P<line>[^\n–—]{{4,80}}?){_DASH}")
_BRACKETED = re.compile(r"(?P<line>[【\[（(][^】\]）)]{4,40}[】\]）)])\s*")

_WIRE = re.compile("【[^】]{1,16}(?:[讯訊电電]|消息|报道|報道|報導)】")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline's words with their dash, where the sentence begins, and what it tells."""

    text: str
    end: int
    date: str | None
    agency: str | None


def dateline_of(text: str, lang: str) -> Dateline | None:
    """The dateline that a paragraph begins with, if it does."""
    head = text[:140]
    for pattern in (_BY_CAPITALS, _BY_AGENCY, _BRACKETED, _BY_DATE, _BY_REGION):
        match = pattern.match(head)
        if match is None:
            continue
        line = match["line"] or match["bare"] if "bare" in pattern.groupindex else match["line"]
        if pattern in (_BRACKETED, _BY_DATE) and not (_WIRE.match(line) or date_of_line(line, lang, most_words=5)):
            continue
        agency = match["agency"] if "agency" in pattern.groupindex else None
        return Dateline(match[0].strip(), match.end(), _date(line, lang), agency)
    return None


def _date(line: str, lang: str) -> str | None:
    found = (it.date for it in find_dates(line, date_language(lang), None))
    return next((date for date in found if date and re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", date)), None)
