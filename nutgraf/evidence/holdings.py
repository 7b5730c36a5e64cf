"""The figures of a text, to be asked for by value, and for those likest to one that isn't among them.

A text may hold a hundred thousand figures and a page ask for thousands, so each is looked up, never searched for.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import TypeVar

from nutgraf.evidence.readings import Figure

_K = TypeVar("_K")
_V = TypeVar("_V")

_AROUND = 40
_SAME = 2
_WORD = re.compile(r"[^\W\d_]{4,}")


class Holding:
    """A text's figures."""

    def __init__(self, words: str, figures: tuple[Figure, ...]) -> None:
        self._words = words
        self.figures = figures

    def bears_out(self, claim: Figure) -> bool:
        """Whether one of the figures bears out that claim."""
        values = dict.fromkeys(value for value, _ in claim.readings)
        return any(held.bears_out(claim) for value in values for held in self._by_value.get(value, ()))

    @cached_property
    def claims(self) -> tuple[Figure, ...]:
        """The figures that claim something."""
        return tuple(figure for figure in self.figures if figure.readings)

    @cached_property
    def written(self) -> tuple[str, ...]:
        """How they are written, on one line."""
        return tuple(" ".join(figure.text.split()) for figure in self.claims)

    @cached_property
    def by_number(self) -> Mapping[Decimal, Sequence[int]]:
        """Which of those that claim something have a number, each by its own number here."""
        return _grouped((figure.number, at) for at, figure in enumerate(self.claims))

    @cached_property
    def by_unit(self) -> Mapping[str | None, Sequence[int]]:
        """Which of them have a unit, or none."""
        return _grouped((figure.unit, at) for at, figure in enumerate(self.claims))

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[int]]:
        """Which of them have a word near by."""
        return _grouped((word, at) for at, figure in enumerate(self.claims) for word in self._around(figure))

    @cached_property
    def _by_value(self) -> Mapping[Decimal, Sequence[Figure]]:
        return _grouped(
            (value, figure)
            for figure in self.figures
            for value in dict.fromkeys(value for value, _ in (*figure.readings, *figure.also))
        )

    def _around(self, figure: Figure) -> set[str]:
        return long_words(self._words[max(0, figure.start - _AROUND) : figure.end + _AROUND])


def long_words(text: str) -> set[str]:
    """The words of a text that are long enough to mean something."""
    return set(_WORD.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class _Ranked:
    """The figures of a holding by how many words near them are wanted: the likeliest of all, and of each unit."""

    holding: Holding
    likeness: Mapping[int, int]
    best: tuple[int, ...]
    best_of_unit: Mapping[str | None, tuple[int, ...]]

    def scored(self, figure: Figure) -> Iterator[tuple[int, str]]:
        """Those that may be likest to a figure, with how like they are."""
        same_number = self.holding.by_number.get(figure.number, ())
        for at in sorted({*self.best, *self.best_of_unit.get(figure.unit, ()), *same_number}):
            held = self.holding.claims[at]
            likeness = self.likeness.get(at, 0) + _SAME * (held.number == figure.number)
            yield likeness + _SAME * (held.unit == figure.unit), self.holding.written[at]


class Likest:
    """The figures of some texts that are likest to those of one claim."""

    def __init__(self, wording: str, holdings: Iterable[Holding], most: int) -> None:
        wanted = long_words(wording)
        self._most = most
        self._ranked = tuple(_ranked(wanted, holding, most) for holding in holdings)
        self.count = len(set().union(*(ranked.holding.written for ranked in self._ranked)))

    def to(self, figure: Figure) -> tuple[str, ...]:
        """The likest figures, as they are written, the likest first."""
        scores: dict[str, int] = {}
        for score, written in (it for ranked in self._ranked for it in ranked.scored(figure)):
            scores[written] = max(score, scores.get(written, 0))
        return tuple(sorted(scores, key=lambda written: -scores[written])[: self._most])


def _ranked(wanted: set[str], holding: Holding, most: int) -> _Ranked:
    likeness = Counter(at for word in wanted for at in holding.by_word.get(word, ()))
    liked = sorted(likeness, key=lambda at: (-likeness[at], at))
    liked_of_unit = _grouped((holding.claims[at].unit, at) for at in liked)
    best_of_unit = {
        unit: _distinct(chain(liked_of_unit.get(unit, ()), numbers), holding, most)
        for unit, numbers in holding.by_unit.items()
    }
    best = _distinct(chain(liked, range(len(holding.claims))), holding, most)
    return _Ranked(holding, likeness, best, best_of_unit)


def _distinct(numbers: Iterable[int], holding: Holding, most: int) -> tuple[int, ...]:
    """The first of them that are written differently."""
    found: dict[str, int] = {}
    for at in numbers:
        found.setdefault(holding.written[at], at)
        if len(found) == most:
            break
    return tuple(found.values())


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> Mapping[_K, Sequence[_V]]:
    groups: defaultdict[_K, list[_V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
