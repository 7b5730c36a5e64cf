"""A figure and what it may mean; decides whether one figure bears out another."""

from __future__ import annotations

import decimal
import re
from dataclasses import dataclass
from decimal import Decimal

from nutgraf.evidence.numerals import FIXED_SPACES
from nutgraf.evidence.units import PERCENT, PERMILLE, POINTS, same_unit

CLOCK, DECADE, ORDINAL, DATE, MONTH, DAY = "clock", "decade", "ordinal", "date", "month", "day"
BARE_DAY = "bare day"
"""Of a number that may be a day whose month is left out."""
_UNDROPPABLE = frozenset({
    PERCENT, PERMILLE, POINTS, "basis points", CLOCK, DECADE, ORDINAL, DATE, MONTH, DAY, BARE_DAY
})  # fmt: skip
_GROUPED = re.compile(rf"\d[., '\u2019{FIXED_SPACES}]\d")

Reading = tuple[Decimal, str | None]
"""A value and its unit."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its number, its scale as a power of ten, its unit if any, and where it stands in the text."""

    number: Decimal
    scale: int
    unit: str | None
    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    """What it may mean: usually one value with its unit; in a range with the scale and unit of its partner.

    Nothing, where it claims nothing and may only bear out: a month's name in passing.
    """
    is_year: bool = False
    """Whether the words around it make it a year."""
    also: tuple[Reading, ...] = ()
    """What it bears out besides: 14 January bears out January, and the 14th."""
    of_year: int | None = None
    """Of a date: the year written beside it."""

    def bears_out(self, claim: Figure) -> bool:
        """Whether a source that holds this figure bears out the claim.

        Values must be equal. A unit that the claim names must be this one's too. A claim without a unit may leave out
        a currency or a measure but no per cent, which would make it another number; and a year is no amount.
        """
        if claim.of_year and self.of_year and claim.of_year != self.of_year:
            return False
        if (claim.is_year and _GROUPED.search(self.text)) or (self.is_year and _GROUPED.search(claim.text)):
            return False
        # The day alone counts only where the month couldn't be read.
        return any(
            held == claimed
            and (unit is None or not claim.is_year)
            and (unit != DAY or self.unit != DATE)
            and _bears_out(unit, claimed_unit)
            for held, unit in (*self.readings, *self.also)
            for claimed, claimed_unit in claim.readings
        )


def _bears_out(held: str | None, claimed: str | None) -> bool:
    if claimed is None:
        return held not in _UNDROPPABLE
    return same_unit(claimed, held) or (claimed == ORDINAL and held is None)


def scaled(number: Decimal, scale: int) -> Decimal:
    """The number times that power of ten, exactly, however long it is."""
    if not scale:
        return number
    exact = decimal.Context(prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
    return exact.scaleb(number, scale)
