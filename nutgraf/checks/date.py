"""date: an event's date stands in one of its sources, at its precision, or a `date_note` says how it is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.evidence.claims import Claim
from nutgraf.evidence.library import Library, SourceText
from nutgraf.evidence.verdicts import Finding, needs_text
from nutgraf.locales.pick import primary
from nutgraf.model.edtf_points import Day, Open, Point
from nutgraf.model.records import Event

_SEASONS = {
    "en": ("spring", "summer", "(?:autumn|fall)", "winter"),
    "fr": ("printemps", "été", "automne", "hiver"),
}


def judge_date(claim: Claim, library: Library) -> Iterator[Finding]:
    """A finding for an event whose date neither stands in a source nor is explained."""
    event = claim.document
    if not isinstance(event, Event) or claim.kind != "event" or event.date_note is not None or not claim.cites:
        return
    texts = {cite.source: library.text_of(cite.source) for cite in claim.cites}
    read = [text for text in texts.values() if text is not None]
    ends = [end for end in (event.date.start, event.date.end) if end is not None and not isinstance(end, Open)]
    if any(all(_says(text, end, library) for end in ends) for text in read):
        return
    at = event.origin.at("date")
    if len(read) < len(texts):
        unread = next(source for source, text in texts.items() if text is None)
        message = f"the date {event.date.text} can't be checked: {unread} has no text"
        yield Finding(code="date", result="unchecked", at=at, message=message, hint=needs_text(unread))
    else:
        message = f"the date {event.date.text} doesn't stand in {' or '.join(texts)}"
        hint = "give it as the source does, or add date_note: how the date is known"
        yield Finding(code="date", result="not found", at=at, message=message, hint=hint)


def _says(text: SourceText, point: Point, library: Library) -> bool:
    """Whether a text names the point as precisely as it is written: its year, month and day, side by side."""
    if point.unspecified_digits:
        known = str(abs(point.year))[: -point.unspecified_digits]
        return _finds(rf"{known}\d{{{point.unspecified_digits}}}(?!\d)", text)
    year = str(abs(point.year))
    if point.season is not None:
        return _says_season(text, point.season, year)
    if point.month is None:
        return _finds(rf"{year}(?![\d%])", text)
    years = text.days.get((point.month, point.day), frozenset())
    if point.year in years:
        return True
    if point.day is None:
        return _finds(rf"{year}-{point.month:02}(?!\d)", text)
    return None in years and _is_near(text, Day(point.year, point.month, point.day))


def _finds(pattern: str, text: SourceText) -> bool:
    return re.search(rf"(?<!\d)(?<!\d,){pattern}", text.folded, re.IGNORECASE) is not None


def _says_season(text: SourceText, season: int, year: str) -> bool:
    named = _SEASONS.get(primary(text.lang))
    if named is None:
        return _finds(rf"{year}(?!\d)", text)
    return _finds(rf"\b{named[season - 21]}\b(?: of| de)? {year}(?!\d)", text)


def _is_near(text: SourceText, day: Day) -> bool:
    """Whether a day without its year, in that source, is most likely that one: less than a year from its own date."""
    published = text.source.date
    if published is None:
        return True
    first, last = published.earliest, published.latest
    return _before(first, 1) < day < _before(last, -1)


def _before(day: Day, years: int) -> Day:
    return Day(day.year - years, day.month, day.day)
