"""date: an event's date stands in one of its sources, at its precision, or a `date_note` says how it is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.evidence.claims import Claim
from nutgraf.evidence.library import Library
from nutgraf.evidence.verdicts import Finding
from nutgraf.languages.language import month_names
from nutgraf.model.edtf_points import Open, Point
from nutgraf.model.records import Event


def judge_date(claim: Claim, library: Library) -> Iterator[Finding]:
    """A finding for an event whose date neither stands in a source nor is explained."""
    event = claim.document
    if not isinstance(event, Event) or claim.kind != "event" or event.date_note is not None or not claim.cites:
        return
    texts = [library.text_of(cite.source) for cite in claim.cites]
    read = [text for text in texts if text is not None]
    ends = [end for end in (event.date.start, event.date.end) if end is not None and not isinstance(end, Open)]
    if any(all(_says(text.folded, text.lang, end) for end in ends) for text in read):
        return
    at = event.origin.at("date")
    hint = "add date_note: how the date is known"
    if len(read) < len(texts):
        message = f"the date {event.date.text} can't be checked: a source has no text"
        yield Finding(code="date", result="unchecked", at=at, message=message, hint=hint)
    else:
        message = f"the date {event.date.text} doesn't stand in {' or '.join(text.source.id for text in read)}"
        yield Finding(code="date", result="not found", at=at, message=message, hint=hint)


def _says(folded: str, lang: str, point: Point) -> bool:
    """Whether a text names the point as precisely as it is written: its year, month and day, side by side."""
    year = re.escape(str(abs(point.year)))
    if point.unspecified_digits:
        return re.search(rf"(?<!\d){year[: 4 - point.unspecified_digits]}", folded) is not None
    if point.month is None:
        return re.search(rf"(?<!\d){year}(?!\d)", folded) is not None
    return any(re.search(pattern, folded, re.IGNORECASE) for pattern in _patterns(point, year, lang))


def _patterns(point: Point, year: str, lang: str) -> Iterator[str]:
    month, day = point.month or 0, point.day
    yield rf"{year}-{month:02}" + (rf"-{day:02}" if day else "")
    yield rf"{year}年{month}月" + (rf"{day}日" if day else "")
    for name in month_names(lang, month):
        if day is None:
            yield rf"\b{name}\b,? (?:of |de )?{year}(?!\d)"
        else:
            yield rf"(?<!\d){day}(?:st|nd|rd|th|er)?(?: of)? {name}\b(?:,? {year}(?!\d))?"
            yield rf"\b{name} {day}(?:st|nd|rd|th)?(?!\d)(?:,? {year}(?!\d))?"
