"""The overview strip above the timeline: each event as a mark along the years, drawn to its bounds.

Owns the geometry only, in a drawing 1000 units wide; the template draws it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from nutgraf.model.edtf import Edtf
from nutgraf.model.edtf_points import FIRST_DAY, LAST_DAY, Day, Point
from nutgraf.model.records import Event

WIDTH = 1000
LANE_HEIGHT = 12
MOST_LANES = 9
MOST_TICKS = 10
NARROWEST = 5
_LAST_YEAR = 9999
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


Certainty = Literal["exact", "coarse", "fuzzy"]
"""Known to the day, to a month or more, or not for certain: about a date, perhaps on it, on a day not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripMark:
    """One event: from where to where it can lie, and in which lane it is drawn."""

    id: str
    title: str
    x: float
    width: float
    y: float
    importance: int
    open_start: bool
    open_end: bool
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Tick:
    """A year along the strip."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """The whole strip."""

    height: int
    marks: tuple[StripMark, ...]
    ticks: tuple[Tick, ...]


def strip_of(events: tuple[Event, ...], words_of: Callable[[int], str]) -> StripView | None:
    """The strip of these events, or None when they all lie in one place and there is nothing to see.

    `words_of` tells how readers call a year of four digits.
    """
    bounds = [bound for event in events for bound in (event.date.earliest, event.date.latest)]
    known = [_years(day) for day in bounds if day not in (FIRST_DAY, LAST_DAY)]
    if len(events) < 2 or not known or max(known) - min(known) < 1 / 12:
        return None
    first, last = min(known), max(known)
    margin = (last - first) * 0.04
    scale = _Scale(first - margin, last + margin)
    ends = [float("-inf")] * MOST_LANES
    marks = tuple(_mark(event, scale, ends) for event in events)
    lanes = round(max(mark.y for mark in marks) / LANE_HEIGHT) + 1
    return StripView(height=lanes * LANE_HEIGHT, marks=marks, ticks=_ticks(scale, words_of))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: float
    last: float

    def x(self, years: float) -> float:
        inside = min(max(years, self.first), self.last)
        return round((inside - self.first) / (self.last - self.first) * WIDTH, 1)


def _years(day: Day) -> float:
    """A day as a number of years; evenly spaced months are exact enough for a drawing."""
    return day.year + (day.month - 1) / 12 + (day.day - 1) / 372


def _mark(event: Event, scale: _Scale, ends: list[float]) -> StripMark:
    """The event's mark in the first lane with room; `ends` keeps how far each lane is taken."""
    date = event.date
    x = scale.x(_years(date.earliest))
    width = max(round(scale.x(_years(date.latest)) - x, 1), NARROWEST)
    lane = next((number for number, end in enumerate(ends) if end + 2 < x), len(ends) - 1)
    ends[lane] = x + width
    return StripMark(
        id=event.id,
        title=event.title,
        x=x,
        width=width,
        y=lane * LANE_HEIGHT,
        importance=event.importance,
        open_start=date.earliest == FIRST_DAY,
        open_end=date.latest == LAST_DAY,
        certainty=_certainty(date),
    )


def _certainty(date: Edtf) -> Certainty:
    ends = [end for end in (date.start, date.end) if isinstance(end, Point)]
    if not all(end.is_plain for end in ends):
        return "fuzzy"
    return "exact" if all(end.precision == "day" for end in ends) else "coarse"


def _ticks(scale: _Scale, words_of: Callable[[int], str]) -> tuple[Tick, ...]:
    span = scale.last - scale.first
    step = next((step for step in _STEPS if span / step <= MOST_TICKS), _STEPS[-1])
    start = int(scale.first // step + 1) * step
    years = range(start, int(scale.last) + 1, step)
    return tuple(Tick(scale.x(year), words_of(year)) for year in years if abs(year) <= _LAST_YEAR)
