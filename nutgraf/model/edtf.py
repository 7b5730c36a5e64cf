"""Dates in nutgraf's profile of EDTF, their bounds and order; refuses every other form."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from nutgraf.model.edtf_points import (
    DECEMBER,
    SPRING,
    WINTER,
    Day,
    Open,
    Point,
    PointPrecision,
    days_in_month,
)

Precision = Literal[PointPrecision, "interval"]
Flaw = Literal["form", "order", "month", "day"]
"""What keeps a text from being a date of the profile."""

LONGEST = 60
"""Longer text is nobody's date."""

# https://www.loc.gov/standards/datetime/ has the levels. Years before 0000 take no X: the ten years
# of -004X are not what anybody calls the 40s BC.
_POINT = re.compile(
    r"(?:(?P<unspecified_year>[0-9]{2}(?:[0-9]X|XX))"
    r"|(?!-0000)(?P<year>-?[0-9]{4})"
    r"(?:-(?:(?P<unspecified_month>XX)|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}|XX))?))?)"
    r"(?P<qualifier>[?~%])?"
)


class EdtfError(ValueError):
    """A date outside the profile. What to write instead, reading/frontmatter/date_advice.py knows."""

    def __init__(self, message: str, flaw: Flaw = "form", parts: tuple[str, ...] = ()) -> None:
        """`message` says what is wrong; `parts` are the year, the month and the day, or the ends, as written."""
        super().__init__(message, flaw, parts)  # so that the error survives pickling between processes
        self.message = message
        self.flaw = flaw
        self.parts = parts

    def __str__(self) -> str:
        """Return the message."""
        return self.message


@dataclass(frozen=True, slots=True, kw_only=True)
class Edtf:
    """A date of the profile, made by `parse_edtf`: one point, or an interval of two ends."""

    text: str
    """The date as written, without space around it."""
    start: Point | Open
    """The point itself, or the start of the interval."""
    end: Point | Open | None = None
    """The end of the interval; None when the date is a point."""

    @property
    def anchor(self) -> Point:
        """The point a reader looks for: the start, or the end where the start is open."""
        for point in (self.start, self.end):
            if isinstance(point, Point):
                return point
        raise ValueError("an EDTF date names at least one point")

    @property
    def is_interval(self) -> bool:
        """Whether it was written with a slash."""
        return self.end is not None

    @property
    def precision(self) -> Precision:
        """The precision of the point, or `interval`."""
        return "interval" if self.is_interval else self.anchor.precision

    @property
    def earliest(self) -> Day:
        """The first day it can mean; FIRST_DAY where the start is open."""
        return self.start.earliest

    @property
    def latest(self) -> Day:
        """The last day it can mean; LAST_DAY where the end is open."""
        return (self.end or self.start).latest

    @property
    def sort_key(self) -> tuple[Day, tuple[int, int, int]]:
        """Order by the earliest day, then coarser first: of two, the one that may last longer.

        Dates of the same bounds have the same key, so the caller appends its own tie-breaker.
        """
        year, month, day = self.latest
        return self.earliest, (-year, -month, -day)

    @property
    def html_datetime(self) -> str | None:
        """What `<time datetime>` may carry; None for intervals and for all that is not plain."""
        return None if self.is_interval else self.anchor.html_datetime

    @property
    def calendar_year(self) -> int:
        """The astronomical year it is listed under: that of the start, or of the end if open."""
        return self.anchor.year


def parse_edtf(text: str) -> Edtf:
    """Return the date written in `text`; space around it does not count.

    The profile is ISO 8601-2 (EDTF) level 0 without times, and of level 1: one trailing qualifier,
    unspecified digits (201X, 20XX, 2024-XX, 2024-01-XX, all of which may be qualified), seasons,
    open intervals and years before 0000. An interval is reversed when its end must lie before its
    start: 2024-06/2024 can be true, 2024-06/2023 cannot.

    Raises EdtfError for everything else.
    """
    written = text.strip()
    date = _read(written)
    if date is None:
        words = " ".join(text.split())
        raise EdtfError(f'"{words if len(words) <= LONGEST else words[:LONGEST] + "…"}" is not an EDTF date')
    return date


def _read(text: str) -> Edtf | None:
    """Return None for text of no known form; raise EdtfError for a known one that cannot be."""
    first, slash, last = text.partition("/")
    if not slash:
        point = _read_point(text)
        return None if point is None else Edtf(text=text, start=point)
    start, end = _read_end(first), _read_end(last)
    if start is None or end is None or (isinstance(start, Open) and isinstance(end, Open)):
        return None
    if _is_reversed(start, end):
        raise EdtfError(f"{text} ends before it starts", "order", (first, last))
    return Edtf(text=text, start=start, end=end)


def _is_reversed(start: Point | Open, end: Point | Open) -> bool:
    if isinstance(start, Open) or isinstance(end, Open):
        return False
    # January 2025 lies in the winter of 2024, but 2025-01/2024-24 is a slip all the same.
    return end.latest < start.earliest or end.last_year < start.year


def _read_end(text: str) -> Point | Open | None:
    return Open() if text == ".." else _read_point(text)


def _read_point(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    qualifier = match["qualifier"]
    point = _read_unspecified_year(match) or _read_calendar_date(match)
    return replace(point, uncertain=qualifier in {"?", "%"}, approximate=qualifier in {"~", "%"})


def _read_unspecified_year(match: re.Match[str]) -> Point | None:
    text: str | None = match["unspecified_year"]
    if text is None:
        return None
    return Point(year=int(text.replace("X", "0")), unspecified_digits=text.count("X"))


def _read_calendar_date(match: re.Match[str]) -> Point:
    year = int(match["year"])
    if match["month"] is None:
        return Point(year=year, unspecified="month" if match["unspecified_month"] else None)
    month, day = int(match["month"]), match["day"]
    if SPRING <= month <= WINTER and day is None:
        return Point(year=year, season=month)
    if not 1 <= month <= DECEMBER:
        is_season = SPRING <= month <= WINTER
        wrong = "a season, and a season has no days" if is_season else "not a month"
        raise EdtfError(
            f"{match['year']}-{match['month']} is {wrong}", "month", (match["year"], match["month"], day or "")
        )
    if day is None or day == "XX":
        return Point(year=year, month=month, unspecified="day" if day else None)
    if not 1 <= int(day) <= days_in_month(year, month):
        parts = match["year"], match["month"], day
        raise EdtfError(f"{'-'.join(parts)} is not a calendar date", "day", parts)
    return Point(year=year, month=month, day=int(day))
