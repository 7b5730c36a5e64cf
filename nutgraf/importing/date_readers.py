"""What the groups of a date's pattern mean, whatever the language: each reader makes EDTF of one kind of phrase.

Groups are named alike in every language: year, month, day, weekday, season, n, unit, which, about. Refuses to read
what a pattern didn't match.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from nutgraf.importing.calendar import Tense, full_year
from nutgraf.importing.dates import Setting

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)")


def _group(match: re.Match[str], name: str) -> str:
    return (match[name] or "") if name in match.re.groupindex else ""


def _meaning(words: Mapping[str, int], text: str) -> int:
    return words[text.lower().rstrip(".").replace("’", "'").strip(" ,")]


def _year(match: re.Match[str], name: str = "year") -> int | None:
    text = _group(match, name)
    return int(text) if text else None


def _month(match: re.Match[str], at: Setting, name: str = "month") -> int:
    return _meaning(at.words.months, match[name])


def _about(date: str | None, match: re.Match[str]) -> str | None:
    return f"{date}~" if date and _group(match, "about") and "/" not in date else date


def iso(match: re.Match[str], at: Setting) -> str | None:
    """2026-01-14, with the month in group m."""
    return at.reckon.day(int(match["year"]), int(match["m"]), int(match["day"]))


def month_first_or_not(match: re.Match[str], at: Setting) -> str | None:
    """3/14/2026 or 14/3/2026; where both would be possible only the year is certain."""
    first, second, year = int(match["one"]), int(match["two"]), int(match["year"])
    if first > 12 or second > 12 or first == second:
        day, month = (first, second) if first > 12 else (second, first)
        return at.reckon.day(year, month, day)
    return str(year)


def day_first(match: re.Match[str], at: Setting) -> str | None:
    """14/3/2026 or 14.3.2026 where the day always stands first."""
    return at.reckon.day(int(match["year"]), int(match["two"]), int(match["one"]))


def day(match: re.Match[str], at: Setting) -> str | None:
    """A day of a month, with a year, a year told otherwise, or none."""
    year = _year(match)
    if _group(match, "which"):
        year = _told_year(match, at)
        if year is None and at.reckon.known is not None:
            return None
    if year is None and at.year_nearby and at.tense_at(match) != "future" and _fits_weekday(match, at, at.year_nearby):
        year = at.year_nearby
    return _about(at.reckon.day(year, _month(match, at), int(match["day"]), at.tense_at(match)), match)


def _fits_weekday(match: re.Match[str], at: Setting, year: int) -> bool:
    """Whether that day of that year is the day of the week told with it, if one is."""
    named, number = _group(match, "weekday"), _month(match, at)
    if not named:
        return True
    try:
        return datetime.date(year, number, int(match["day"])).weekday() == _meaning(at.words.weekdays, named)
    except ValueError:
        return False


def _told_year(match: re.Match[str], at: Setting) -> int | None:
    """The year of "of last year", "of that year"."""
    which = match["which"].lower()
    if which in at.words.steps:
        return at.reckon.known.year + at.words.steps[which] if at.reckon.known else None
    near = _YEAR.findall(at.text[: match.start()])
    if not near:
        return None
    return int(near[-1]) + {"the following": 1, "the previous": -1}.get(which, 0)


def days(match: re.Match[str], at: Setting) -> str | None:
    """From one day to another: groups day and day2, month and, where it differs, month2."""
    year, tense = _year(match), at.tense_at(match)
    last_month = _month(match, at, "month2" if _group(match, "month2") else "month")
    first_month = _month(match, at) if _group(match, "month") else last_month
    first = at.reckon.day(year, first_month, int(match["day"]), tense)
    last = at.reckon.day(year, last_month, int(match["day2"]), tense)
    if not first or not last:
        return ""
    return first if first.startswith("XXXX") else f"{first}/{last}"


def month(match: re.Match[str], at: Setting) -> str | None:
    """A month, with its year or a word that tells it."""
    if _group(match, "which"):
        year = _told_year(match, at)
        return at.reckon.month(year, _month(match, at)) if year or at.reckon.known is None else None
    return _about(at.reckon.month(_year(match), _month(match, at), at.tense_at(match)), match)


def months(match: re.Match[str], at: Setting) -> str | None:
    """From one month to another: the year may stand behind both (year1, year) or only behind the last."""
    last = _year(match)
    first = _year(match, "year1") or last
    start = at.reckon.month(first, _month(match, at), at.tense_at(match))
    end = at.reckon.month(last, _month(match, at, "month2"), at.tense_at(match))
    if not start or not end or start.startswith("XXXX"):
        return start
    return f"{start}/{end}" if start < end else ""


def near_month(match: re.Match[str], at: Setting) -> str | None:
    """Last October, next May: group lead tells which."""
    step = at.words.steps[match["lead"].lower()]
    number, known = _month(match, at), at.reckon.known
    tense: Tense = "future" if step > 0 else "past" if step < 0 else "plain"
    if step and known and known.month == number:
        return at.reckon.month(known.year + step, number)
    if step == 0 and known:
        return at.reckon.month(known.year, number)
    return at.reckon.month(None, number, tense)


def season(match: re.Match[str], at: Setting) -> str | None:
    """The summer of a year."""
    return at.reckon.season(_year(match), _meaning(at.words.seasons, match["season"]))


def near_season(match: re.Match[str], at: Setting) -> str | None:
    """Last summer, next spring. Winter lies in two years, so it stays open."""
    known, number = at.reckon.known, _meaning(at.words.seasons, match["season"])
    if known is None or known.month is None or number == 24:
        return None
    over, begun = known.month > 5 + 3 * (number - 21), known.month >= 3 + 3 * (number - 21)
    step = at.words.steps[match["which"].lower()]
    away = 0 if step == 0 else (0 if over else -1) if step < 0 else (1 if begun else 0)
    return at.reckon.season(known.year + away, number)


def part_of_year(match: re.Match[str], at: Setting) -> str | None:
    """A quarter or a half of a year: group n, and the word for half in group half."""
    year = _told_year(match, at) if _group(match, "which") else _year(match)
    length = 6 if _group(match, "half") else 3
    number = _meaning(at.words.numbers, match["n"])
    if length == 6 and number == 4:  # the last half
        number = 2
    return at.reckon.half(year, (number - 1) * length + 1, number * length) if number * length <= 12 else ""


def years(match: re.Match[str], at: Setting) -> str | None:
    """1998-2002, 2008-09: from one year to another, never a month."""
    last = full_year(match["year"], match["last"])
    return f"{match['year']}/{last}" if last else ""


def decade(match: re.Match[str], at: Setting) -> str | None:
    """The 1980s."""
    return f"{match['year'][:3]}X"


def century(match: re.Match[str], at: Setting) -> str | None:
    """The 19th century."""
    return f"{int(match['n']) - 1:02}XX"


def year(match: re.Match[str], at: Setting) -> str | None:
    """A year."""
    return _about(match["year"], match)


def weekday(match: re.Match[str], at: Setting) -> str | None:
    """A day of the week; a word that tells which in group lead or behind."""
    told = (_group(match, "lead") or _group(match, "behind")).lower().strip(" ,")
    number = _meaning(at.words.weekdays, match["weekday"])
    step = at.words.steps.get(told, 0)
    if step:
        return at.reckon.weekday(number, "future" if step > 0 else "past", strictly=True)
    return at.reckon.weekday(number, at.tense_at(match))


def near_day(match: re.Match[str], at: Setting) -> str | None:
    """Today, yesterday, tomorrow: group which. In a quotation they count from a day that isn't told."""
    if at.quoted:
        return ""
    return at.reckon.days_away(_meaning(at.words.steps, match["which"]))


def away(match: re.Match[str], at: Setting) -> str | None:
    """Last year, this month, next week: groups which and unit."""
    if at.words.units[match["unit"].lower()] == "day":  # "this day" is any
        return ""
    return _far(at, _meaning(at.words.steps, match["which"]), match["unit"])


def ago(match: re.Match[str], at: Setting) -> str | None:
    """Two years ago: groups n and unit; group about, or a half, makes it rough."""
    word = match["n"].lower()
    number = at.words.numbers[word] if word in at.words.numbers else int(word)
    unit = at.words.units[match["unit"].lower()]
    number *= {"decade": 10, "century": 100}.get(unit, 1)
    date = _far(at, -number, match["unit"])
    rough = _group(match, "about") or unit in ("decade", "century") or _group(match, "half")
    return f"{date}~" if date and rough and "/" not in date else date


def _far(at: Setting, step: int, word: str) -> str | None:
    match at.words.units[word.lower()]:
        case "month":
            return at.reckon.months_away(step)
        case "week":
            return at.reckon.weeks_away(step)
        case "weekend":
            return at.reckon.weekend(step)
        case "day":
            return at.reckon.days_away(step)
        case _:
            return at.reckon.years_away(step)


def this_weekend(match: re.Match[str], at: Setting) -> str | None:
    """The weekend: the last one, unless what is said lies ahead or it has begun."""
    ahead = at.tense_at(match) == "future" or (
        at.reckon.known and at.reckon.known.day and at.reckon.known.day.weekday() > 4
    )
    return at.reckon.weekend(0 if ahead else -1)


def left_open(match: re.Match[str], at: Setting) -> str | None:
    """The next day, two weeks later: dates that another date would have to tell."""
    return None
