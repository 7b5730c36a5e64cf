"""Offsets in a text to places in its file. Counts nothing before it is asked."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.model.problems import Place


@dataclass(frozen=True, slots=True)
class Lines:
    """A text that stands in a file from a certain line on. Counts lines only when it is asked for a place."""

    text: str
    path: str
    first_line: int

    def place(self, offset: int, width: int = 1) -> Place:
        """Where that character stands, with a width of so many."""
        line = self.text.count("\n", 0, offset)
        return Place(self.path, self.first_line + line, offset - self.text.rfind("\n", 0, offset), width)

    def span(self, start: int, end: int) -> Place:
        """Where that stretch begins, as wide as it is on its first line."""
        following = self.text.find("\n", start)
        stop = end if following < 0 else min(end, following)
        return self.place(start, max(1, stop - start))
