"""A number's series as a drawing: bars, or a line when every label is a year. Geometry only, in a 600 by 240 box.

The template draws it with presentation attributes, since the pages' policy allows no styles on elements, and sets the
same figures in a table beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from nutgraf.model.records import SeriesPoint

WIDTH, HEIGHT = 600, 240
LEFT, RIGHT, TOP, BOTTOM = 56, 12, 14, 34
MOST_LABELS = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar, or one point of a line: where it stands and what it says."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    label: str
    value: str
    shows_label: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A level that the eye can read values off."""

    y: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """The whole drawing."""

    is_line: bool
    marks: tuple[Mark, ...]
    rules: tuple[Rule, ...]
    path: str
    """The points of a line, as an SVG polyline's `points`."""


def chart_of(series: tuple[SeriesPoint, ...]) -> ChartView | None:
    """The chart of a series, or None when there are fewer than two values to compare."""
    if len(series) < 2:
        return None
    values = [Decimal(point.value) for point in series]
    step = _step(max(*values, Decimal(0)) - min(*values, Decimal(0)))
    low = _down(min(*values, Decimal(0)), step)
    high = -_down(-max(*values, Decimal(0)), step)
    scale = _Scale(low, high if high > low else low + step)
    marks = tuple(_mark(number, point, len(series), scale) for number, point in enumerate(series))
    rules = tuple(Rule(scale.y(level), f"{level.normalize():f}") for level in _levels(low, high, step))
    path = " ".join(f"{mark.middle},{scale.y(value)}" for mark, value in zip(marks, values, strict=True))
    return ChartView(is_line=_are_years(series), marks=marks, rules=rules, path=path)


@dataclass(frozen=True, slots=True)
class _Scale:
    low: Decimal
    high: Decimal

    def y(self, value: Decimal) -> float:
        share = (value - self.low) / (self.high - self.low)
        return _rounded(Decimal(HEIGHT - BOTTOM) - share * (HEIGHT - TOP - BOTTOM))


def _mark(number: int, point: SeriesPoint, count: int, scale: _Scale) -> Mark:
    slot = Decimal(WIDTH - LEFT - RIGHT) / count
    middle = LEFT + slot * (number + Decimal("0.5"))
    zero, top = scale.y(Decimal(0)), scale.y(Decimal(point.value))
    every = -(-count // MOST_LABELS)
    return Mark(
        x=_rounded(middle - slot * Decimal("0.35")),
        y=min(zero, top),
        width=_rounded(slot * Decimal("0.7")),
        height=_rounded(Decimal(str(abs(zero - top)))),
        middle=_rounded(middle),
        label=point.label,
        value=point.value,
        shows_label=number % every == 0,
    )


def _are_years(series: tuple[SeriesPoint, ...]) -> bool:
    labels = [point.label for point in series]
    return all(label.isascii() and label.isdigit() and len(label) == 4 for label in labels) and labels == sorted(labels)


def _step(span: Decimal) -> Decimal:
    """A round step of 1, 2 or 5 times a power of ten that divides the span into at most five."""
    if span == 0:
        return Decimal(1)
    power = Decimal(1).scaleb((span / 5).adjusted())
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor * 5 >= span)


def _down(value: Decimal, step: Decimal) -> Decimal:
    """The greatest multiple of the step that isn't above the value."""
    return (value / step).to_integral_value(rounding="ROUND_FLOOR") * step


def _levels(low: Decimal, high: Decimal, step: Decimal) -> list[Decimal]:
    return [low + step * number for number in range(int((high - low) / step) + 1)]


def _rounded(value: Decimal) -> float:
    return float(value.quantize(Decimal("0.1"), rounding=ROUND_HALF_EVEN))
