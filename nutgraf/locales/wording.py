"""The skeleton of a date in words: what is said, in which order; holds no word of any language."""

from dataclasses import replace

from nutgraf.locales.locale import DateWords, Leads, Said
from nutgraf.model.edtf import Edtf
from nutgraf.model.edtf_points import SPRING, Open, Point

_FIRST_BARE_YEAR = 100
"""A year below it is not taken for one without its era."""


def say(date: Edtf, words: DateWords) -> str:
    """Return the date in words, as it stands within a sentence."""
    start, end = date.start, date.end
    if not date.is_interval or start == end:
        return _say_point(date.anchor, words)
    if isinstance(start, Point) and isinstance(end, Point):
        return _say_closed(start, end, words)
    leads, name = _leads(date.anchor, words), _say_end(date.anchor, words)
    return leads.since + name if isinstance(end, Open) else leads.until + name


def _say_point(point: Point, words: DateWords) -> str:
    leads = _leads(point, words)
    phrase = (leads.about if point.approximate else leads.alone) + " ".join(_parts(point, words))
    if point.unspecified and not point.uncertain:
        return f"{phrase}, {words.unspecified[point.unspecified]}"
    if point.approximate and point.uncertain:
        return words.possibly.format(phrase) + _notes(replace(point, uncertain=False), words)
    return phrase + _notes(point, words)


def _say_closed(start: Point, end: Point, words: DateWords) -> str:
    """Return both ends; the first leaves out the year, or month and year, that they share."""
    first, last = _parts(start, words), _parts(end, words)
    if start.is_plain and end.is_plain and start.precision == end.precision:
        while first[-1] == last[len(first) - 1]:
            first = first[:-1]
    opening = _leads(start, words).start + _say_end(start, words, " ".join(first))
    return f"{opening} {_leads(end, words).end}{_say_end(end, words)}"


def _say_end(point: Point, words: DateWords, name: str = "") -> str:
    """Return an end of an interval without its lead; `name` where it is not the whole date."""
    name = name or " ".join(_parts(point, words))
    return (words.roughly.format(name) if point.approximate else name) + _notes(point, words)


def _notes(point: Point, words: DateWords) -> str:
    notes = [words.unspecified[point.unspecified]] if point.unspecified else []
    notes += [words.uncertain] if point.uncertain else []
    return f" ({', '.join(notes)})" if notes else ""


def _leads(point: Point, words: DateWords) -> Leads:
    return words.leads(_kind(point), _parts(point, words)[0])


def _kind(point: Point) -> Said:
    match point.precision:
        case "decade" if point.year >= _FIRST_BARE_YEAR:
            return "decade"
        case "decade" | "century":
            return "years"
        case precision:
            return precision


def _parts(point: Point, words: DateWords) -> tuple[str, ...]:
    """Return day, month or season, and year, as far as the date has them."""
    year = _year(point.year, words)
    match _kind(point):
        case "decade":
            return (words.decade.format(point.year),)
        case "years":
            return (words.years.format(year, _year(point.latest.year, words)),)
        case "season":
            return words.seasons[(point.season or SPRING) - SPRING], year
    month = (words.months[point.month - 1],) if point.month else ()
    return *_day(point, words), *month, year


def _day(point: Point, words: DateWords) -> tuple[str, ...]:
    if point.day is None:
        return ()
    return (words.first_day if point.day == 1 else str(point.day),)


def _year(year: int, words: DateWords) -> str:
    if year <= 0:
        return words.before_christ.format(1 - year)
    return words.after_christ.format(year) if year < _FIRST_BARE_YEAR else str(year)
