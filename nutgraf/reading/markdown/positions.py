"""The positions that a section sets out: named by ### headings, or in bold at the head of list items, and sourced."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from itertools import pairwise


class Positions:
    """Where sections and positions begin, and how much had been cited by then."""

    def __init__(self) -> None:
        self._steps: list[tuple[int, int, bool]] = []

    def step(self, section: int, cited: int, *, is_position: bool) -> None:
        """Note that a section or a position begins in a section behind so many citations."""
        self._steps.append((section, cited, is_position))

    def sourced_in(self, section: int) -> int:
        """How many positions of a section cite something before whatever comes next."""
        behind = [(it, following[1] - it[1]) for it, following in pairwise(self._steps)]
        return sum(it[0] == section and it[2] and cites > 0 for it, cites in behind)


def names_position(element: etree.Element) -> bool:
    """Whether an element is a heading or a list item that names a position."""
    if element.tag != "li":
        return element.tag == "h3"
    first = next(iter(element), None)
    if first is not None and first.tag == "p" and not (element.text or "").strip():
        element, first = first, next(iter(first), None)
    return first is not None and first.tag == "strong" and not (element.text or "").strip()
