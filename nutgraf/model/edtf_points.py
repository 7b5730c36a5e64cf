"""Points in time and open ends, of which EDTF dates are made; refuses to read or word them."""

from calendar import isleap
from dataclasses import dataclass
from typing import Literal, NamedTuple

PointPrecision = Literal["day", "month", "season", "year", "decade", "century"]

SPRING = 21
WINTER = 24
DECEMBER = 12
_FEBRUARY = 2
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; compares in order of time, also before year 1."""

    year: int
    """Astronomical: 0 is 1 BC, -43 is 44 BC."""
    month: int
    day: int

    def isoformat(self) -> str:
        """Return the day as `YYYY-MM-DD`, with a leading minus sign before the year 0000."""
        return f"{_four_digits(self.year)}-{self.month:02}-{self.day:02}"

    @property
    def known(self) -> str | None:
        """The day as `YYYY-MM-DD`; None for one that stands for an open end."""
        return None if self in (FIRST_DAY, LAST_DAY) else self.isoformat()


FIRST_DAY = Day(-10_000, 1, 1)
"""Stands for an open start; before every day that can be written."""
LAST_DAY = Day(10_000, 12, 31)
"""Stands for an open end; after every day that can be written, and after the winter of 9999."""


@dataclass(frozen=True, slots=True)
class Open:
    """An end of an interval that is open, written `..`."""

    @property
    def earliest(self) -> Day:
        """The day before all others."""
        return FIRST_DAY

    @property
    def latest(self) -> Day:
        """The day after all others."""
        return LAST_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One date of any precision, as opposed to an interval."""

    year: int
    """Astronomical; the first of the ten or hundred where digits are unspecified."""
    unspecified_digits: int = 0
    """1 for 201X, 2 for 20XX."""
    season: int | None = None
    """21 spring, 22 summer, 23 autumn, 24 winter."""
    month: int | None = None
    day: int | None = None
    unspecified: Literal["month", "day"] | None = None
    """The part that is written XX."""
    uncertain: bool = False
    """Marked ? or %."""
    approximate: bool = False
    """Marked ~ or %."""

    @property
    def precision(self) -> PointPrecision:
        """The smallest part that is known; a part written XX is not."""
        if self.unspecified_digits:
            return "decade" if self.unspecified_digits == 1 else "century"
        if self.season:
            return "season"
        if self.day:
            return "day"
        return "month" if self.month else "year"

    @property
    def is_plain(self) -> bool:
        """Whether nothing is uncertain, approximate or unspecified."""
        qualified = self.uncertain or self.approximate
        return not (qualified or self.unspecified or self.unspecified_digits)

    @property
    def last_year(self) -> int:
        """The last year it can be written with: 2019 for 201X."""
        return self.year + (0, 9, 99)[self.unspecified_digits]

    @property
    def earliest(self) -> Day:
        """The first day it can mean; a season's is the one `latest` explains."""
        if self.season:
            return Day(self.year, 3 * (self.season - SPRING + 1), 1)
        return Day(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> Day:
        """The last day it can mean; `?`, `~` and `%` widen nothing.

        ISO 8601-2 gives seasons an order and no months. Here they are the northern meteorological
        ones, so that they fall between the months a reader expects: spring is March to May, and
        winter, the last season of its year, runs from December to the end of the next February.
        """
        if self.season == WINTER:
            return Day(self.year + 1, _FEBRUARY, days_in_month(self.year + 1, _FEBRUARY))
        month = self.earliest.month + 2 if self.season else self.month or DECEMBER
        return Day(self.last_year, month, self.day or days_in_month(self.last_year, month))

    @property
    def html_datetime(self) -> str | None:
        """What `<time datetime>` may carry: a plain day, month or year after 0; or None."""
        if not self.is_plain or self.season or self.year <= 0:
            return None
        parts = (f"{part:02}" for part in (self.month, self.day) if part)
        return "-".join((_four_digits(self.year), *parts))


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has in an astronomical year."""
    return _DAYS[month - 1] + (month == _FEBRUARY and isleap(year))


def _four_digits(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"
