"""Times of day in running text, as minutes since midnight: 9:30 p.m., 21:30, 21 h 30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TIME = re.compile(
    r"""(?<![\d.,:])(?P<hour>\d{1,2})
    (?: (?P<mark>:|[ ]?h[ ]?)(?P<minute>[0-5]\d)(?!\d) | \.(?P<british>[0-5]\d)(?=\s?[ap]\.?\s?m\b) )?
    (?: \s?(?P<half>[ap])\.?\s?m\b(?:(?<=\.m)\.)? )?""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day: the minutes since midnight that it may mean, and where it stands."""

    minutes: tuple[int, ...]
    start: int
    end: int


def times(text: str, lang: str) -> Iterator[Time]:
    """Every time of day, in order; a bare hour is none."""
    for match in _TIME.finditer(text.translate(_FIXED)):
        minute, half = match["minute"] or match["british"], match["half"]
        hour = int(match["hour"])
        if (minute is None and half is None) or hour > (12 if half else 24):
            continue
        since_midnight = 60 * hour + int(minute or 0)
        options: tuple[int, ...] = (since_midnight,)
        if half:
            options = (since_midnight % 720 + 720 * (half in "pP"),)
        elif match["mark"] == ":" and hour <= 12 and lang == "en":
            options = (since_midnight, (since_midnight + 720) % 1440)  # English may leave out which half it is
        yield Time(options, *match.span())


_FIXED = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\u2007", " "))
