"""Several texts in one, with an empty line between each two, and the way back to each. Knows no file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

_BETWEEN = "\n\n"


class Joined:
    """Those texts, one behind the other."""

    def __init__(self, texts: Iterable[str]) -> None:
        parts = tuple(texts)
        self.text = _BETWEEN.join(parts)
        self._starts = [0, *accumulate(len(part) + len(_BETWEEN) for part in parts)][: len(parts)]

    def find(self, offset: int) -> tuple[int, int]:
        """The number of the text that a character stands in, and where in that it stands."""
        number = bisect_right(self._starts, offset) - 1
        return number, offset - self._starts[number]
