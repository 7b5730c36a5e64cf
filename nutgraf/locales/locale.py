"""What a language's table holds; each part is optional, and who lacks one says so instead of guessing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from nutgraf.model.strings import Strings

Said = Literal["day", "month", "season", "year", "decade", "years"]
"""What a language has to tell apart: a century, and a decade without a name, are so many years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """What leads to one kind of date, with the space after it, in each place a date can stand."""

    alone: str
    about: str
    start: str
    end: str
    since: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """All that a language adds to the skeleton; `{}` takes the number or the words."""

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    """Spring first, as EDTF numbers them."""
    first_day: str
    before_christ: str
    after_christ: str
    decade: str
    years: str
    unspecified: Mapping[Literal["month", "day"], str]
    uncertain: str
    possibly: str
    roughly: str
    """How an approximate end of an interval is said, behind its lead."""
    leads: Callable[[Said, str], Leads]
    """The leads for a kind of date and the word that follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """All that nutgraf knows of one language."""

    tag: str
    """The primary subtag of BCP 47."""
    strings: Strings | None = None
    """The words of the interface."""
    dates: DateWords | None = None
    """Dates of EDTF in words."""
