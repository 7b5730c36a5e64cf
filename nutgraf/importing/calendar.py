"""Reckons dates from the day of publication, or leaves them open. Knows no language, invents no precision."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import Literal

from nutgraf.model.edtf import EdtfError, parse_edtf
from nutgraf.model.edtf_points import Point

Tense = Literal["past", "future", "plain"]
"""What the words around a date without a year say of it: that it has been, that it will be, or neither."""

_SOON = 60
"""Days within which a date without a year is taken for one to come, though nothing says so."""


@dataclass(frozen=True, slots=True)
class Published:
    """When the text went out, as exactly as that is known: the fixed point of every relative date in it."""

    year: int
    month: int | None
    day: datetime.date | None


def published(edtf: str | None) -> Published | None:
    """The fixed point that an EDTF date gives, if it gives one."""
    if edtf is None:
        return None
    try:
        date = parse_edtf(edtf)
    except EdtfError:
        return None
    point = date.start
    if date.is_interval or not isinstance(point, Point) or point.unspecified_digits or not 1 <= point.year <= 9998:
        return None
    day = datetime.date(point.year, point.month, point.day) if point.month and point.day else None
    return Published(point.year, point.month, day)


class Reckoner:
    """Turns what a phrase says into EDTF. None stands for a date left open, an empty text for no date at all."""

    def __init__(self, known: Published | None) -> None:
        self.known = known

    def day(self, year: int | None, month: int, day: int, tense: Tense = "plain") -> str | None:
        """A day of a month; without its year the one that the tense and the publication make likeliest."""
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
            return ""
        if year is not None:
            return f"{year:04}-{month:02}-{day:02}"
        if self.known is None:
            return f"XXXX-{month:02}-{day:02}"
        chosen = self._year_of_day(month, day, tense)
        return self.day(chosen, month, day)

    def _year_of_day(self, month: int, day: int, tense: Tense) -> int:
        year = self.known.year if self.known else 0
        if self.known is None or self.known.day is None:
            return year
        away = (_safe_day(year, month, day) - self.known.day).days
        if tense == "future" and away < 0:
            return year + 1
        if away > (0 if tense == "past" else _SOON) and tense != "future":
            return year - 1
        if away < _SOON - 365 and tense == "plain":
            return year + 1
        return year

    def month(self, year: int | None, month: int, tense: Tense = "plain") -> str | None:
        """A month; without its year the one that the tense and the publication make likeliest."""
        if year is not None:
            return f"{year:04}-{month:02}"
        if self.known is None:
            return f"XXXX-{month:02}"
        chosen = self.known.year
        if self.known.month is not None:
            if tense == "future" and month < self.known.month:
                chosen += 1
            if tense != "future" and month > self.known.month:
                chosen -= 1
        return f"{chosen:04}-{month:02}"

    def season(self, year: int | None, season: int) -> str | None:
        """A season, 21 (spring) to 24 (winter), of a year that is told."""
        return None if year is None else f"{year:04}-{season}"

    def years_away(self, years: int) -> str | None:
        """The year that many years from publication."""
        return f"{self.known.year + years:04}" if self.known and 0 < self.known.year + years < 10000 else None

    def months_away(self, months: int) -> str | None:
        """The month that many months from publication."""
        if self.known is None or self.known.month is None:
            return None
        year, month = divmod(self.known.year * 12 + self.known.month - 1 + months, 12)
        return f"{year:04}-{month + 1:02}" if 0 < year < 10000 else None

    def weeks_away(self, weeks: int) -> str | None:
        """The week, Monday to Sunday, that many weeks from publication."""
        if self.known is None or self.known.day is None:
            return None
        monday = _moved(self.known.day, 7 * weeks - self.known.day.weekday())
        return f"{monday}/{_moved(monday, 6)}"

    def weekend(self, weeks: int) -> str | None:
        """The Saturday and Sunday of the week that many weeks from publication."""
        if self.known is None or self.known.day is None:
            return None
        saturday = _moved(self.known.day, 7 * weeks - self.known.day.weekday() + 5)
        return f"{saturday}/{_moved(saturday, 1)}"

    def days_away(self, days: int) -> str | None:
        """The day that many days from publication."""
        if self.known is None or self.known.day is None:
            return None
        return str(_moved(self.known.day, days))

    def weekday(self, weekday: int, tense: Tense, *, strictly: bool = False) -> str | None:
        """The nearest such day of the week before or after publication; on that day itself unless `strictly`."""
        if self.known is None or self.known.day is None:
            return None
        ahead = (weekday - self.known.day.weekday()) % 7
        if ahead == 0:
            return self.days_away((7 if tense == "future" else -7) if strictly else 0)
        return self.days_away(ahead if tense == "future" else ahead - 7)

    def half(self, year: int | None, first: int, last: int) -> str | None:
        """The months from first to last of a year."""
        return None if year is None else f"{year:04}-{first:02}/{year:04}-{last:02}"


def _safe_day(year: int, month: int, day: int) -> datetime.date:
    return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _moved(day: datetime.date, days: int) -> datetime.date:
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), datetime.date.max.toordinal()))


def full_year(first: str, last: str) -> int | None:
    """The second year of a run such as 2008-09; None where it isn't the later one."""
    year = int(last) if len(last) == 4 else int(first[: 4 - len(last)] + last)
    return year if year > int(first) else None
