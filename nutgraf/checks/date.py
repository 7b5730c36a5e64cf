"""date: an event's date stands in one of its sources, at its precision, or a `date_note` says how it is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.evidence.claims import Claim
from nutgraf.evidence.dates import mentions
from nutgraf.evidence.library import Library, SourceText
from nutgraf.evidence.verdicts import Finding, needs_text
from nutgraf.languages.language import month_names, primary
from nutgraf.model.edtf_points import Day, Open, Point
from nutgraf.model.records import Event

_SEASONS = {
    "en": ("spring", "summer", "(?:autumn|fall)", "winter"),
    "fr": ("printemps", "été", "automne", "hiver"),
}
_JOINED = r"(?:-| to | and | au | et )"


def judge_date(claim: Claim, library: Library) -> Iterator[Finding]:
    """A finding for an event whose date neither stands in a source nor is explained."""
    event = claim.document
    if not isinstance(event, Event) or claim.kind != "event" or event.date_note is not None or not claim.cites:
        return
    texts = {cite.source: library.text_of(cite.source) for cite in claim.cites}
    read = [text for text in texts.values() if text is not None]
    ends = [end for end in (event.date.start, event.date.end) if end is not None and not isinstance(end, Open)]
    if any(all(_says(text, end) for end in ends) for text in read):
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


def _says(text: SourceText, point: Point) -> bool:
    """Whether a text names the point as precisely as it is written: its year, month and day, side by side."""
    if point.unspecified_digits:
        known = str(abs(point.year))[: -point.unspecified_digits]
        return _finds(rf"{known}\d{{{point.unspecified_digits}}}(?!\d)", text)
    year = str(abs(point.year))
    if point.season is not None:
        return _says_season(text, point.season, year)
    if point.month is None:
        return _finds(rf"{year}(?![\d%])", text)
    if point.day is None:
        patterns = _month_patterns(year, point.month, text.lang)
        return any(_finds(pattern, text) for pattern in patterns) or _mentions(text, point, is_near=False)
    dated, undated = zip(*_day_patterns(year, point.month, point.day, text.lang), strict=True)
    if any(_finds(pattern, text) for pattern in dated):
        return True
    is_near = _is_near(text, Day(point.year, point.month, point.day))
    return (is_near and any(_finds(it, text) for it in undated if it)) or _mentions(text, point, is_near=is_near)


def _mentions(text: SourceText, point: Point, *, is_near: bool) -> bool:
    """Whether a text names the point in the words of its own language, of which more are known than can be written."""
    return any(
        it.month == point.month
        and (point.day is None or it.day == point.day)
        and (it.year == point.year or (it.year is None and is_near))
        for it in mentions(text.folded, primary(text.lang))
    )


def _finds(pattern: str, text: SourceText) -> bool:
    return re.search(rf"(?<!\d)(?<!\d,){pattern}", text.folded, re.IGNORECASE) is not None


def _says_season(text: SourceText, season: int, year: str) -> bool:
    named = _SEASONS.get(primary(text.lang))
    if named is None:
        return _finds(rf"{year}(?!\d)", text)
    return _finds(rf"\b{named[season - 21]}\b(?: of| de)? {year}(?!\d)", text)


def _month_patterns(year: str, month: int, lang: str) -> Iterator[str]:
    yield rf"{year}-{month:02}(?!\d)"
    yield rf"{year} ?年 ?0?{month} ?月"
    for name in month_names(lang, month):
        days = rf" \d\d?(?:st|nd|rd|th)?(?:{_JOINED}\d\d?(?:st|nd|rd|th)?)?"
        yield rf"\b{name}(?:{days})?(?!\w),? (?:of |de )?{year}(?!\d)"


def _day_patterns(year: str, month: int, day: int, lang: str) -> Iterator[tuple[str, str]]:
    """The forms of a day with its year, and each without its year where readers would write it so."""
    yield rf"{year}-{month:02}-{day:02}(?!\d)", ""
    yield rf"0?{day}[./]0?{month}[./]{year}(?!\d)", ""
    yield rf"0?{month}/0?{day}/{year}(?!\d)", ""
    han = rf"0?{month} ?月 ?0?{day} ?[日号]"
    yield rf"{year} ?年 ?{han}", rf"(?<!年)(?<!年 ){han}"
    no_year = r"(?!,? (?:of |de )?\d{4}(?!\d))"
    number = rf"{day}(?:st|nd|rd|th|er|\.)?(?!\d)"
    for name in month_names(lang, month):
        before = rf"(?:\d\d?{_JOINED})?{number}(?:{_JOINED}\d\d?(?:st|nd|rd|th)?)?(?: of| de)? {name}(?!\w)"
        behind = rf"\b{name} (?:\d\d?(?:st|nd|rd|th)?{_JOINED})?{number}(?:{_JOINED}\d\d?(?:st|nd|rd|th)?(?!\d))?"
        for form in (before, behind):
            yield rf"{form},? (?:of |de )?{year}(?!\d)", form + no_year


def _is_near(text: SourceText, day: Day) -> bool:
    """Whether a day without its year, in that source, is most likely that one: less than a year from its own date."""
    published = text.source.date
    if published is None:
        return True
    first, last = published.earliest, published.latest
    return _before(first, 1) < day < _before(last, -1)


def _before(day: Day, years: int) -> Day:
    return Day(day.year - years, day.month, day.day)
