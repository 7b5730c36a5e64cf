"""Finds each piece of a body again in the author's text, since Python-Markdown keeps no places.

Each piece is looked for behind the last one found. A place may be near the right one; that costs no word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Place
from nutgraf.reading.markdown.marks import DESTINATION

Runs = list[tuple[int, int]]
"""Where stretches of a piece begin, and where each stands in the author's text."""

_WORD = re.compile(r"\S+")
_GAPS = (re.compile(r"\s*"), re.compile(r"[\s>]*"))
"""Between two words: space and, in a quotation, its signs."""
_MOST_TRIED = 40
_REACH = 400
"""How far a single word is looked for where the piece as a whole isn't found."""
_MARKERS = " \t>-*+#:|0123456789.)"
"""What may stand before the first words of a block on their line."""
_BEFORE, _BEHIND = ("(", "<", ":", "["), ")> \t\n"
"""What stands before an address, and what behind it."""


class Finder:
    """Goes through an author's text and keeps where it is."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._text = lines.text
        self.at = 0
        self._looked_up: dict[str, int] = {}

    def runs(self, piece: str) -> Runs:
        """Where the words of a piece stand; where they can't be found, they stand where the last one ended."""
        words = [(match.start(), match[0]) for match in _WORD.finditer(piece)]
        if not words:
            return []
        return _merged(self._together(words) or self._apart(words)) or [(0, self.at)]

    def literal(self, written: str, *, heads_line: bool = False) -> tuple[int, int]:
        """Where something stands just as it was written, line breaks and the signs of a quotation apart."""
        start = self._text.find(written, self.at)
        while heads_line and start >= 0 and self._text[self._text.rfind("\n", 0, start) + 1 : start].strip(_MARKERS):
            start = self._text.find(written, start + 1)
        if start >= 0:
            self.at = start + len(written)
            return start, self.at
        runs = self.runs(written)
        return (runs[0][1], max(self.at, runs[0][1] + 1)) if runs else (self.at, self.at)

    def beside(self, piece: str) -> Runs:
        """Where the words of a piece stand from here on, without going there."""
        start = self._text.find(piece, self.at)
        return [(0, start if start >= 0 else self.at)]

    def heading(self, level: int) -> int:
        """Where the signs of a heading of that level stand, without going there."""
        signs = "#" * level
        return 0 if not self.at and self._text.startswith(signs) else self._text.find(f"\n{signs}", self.at) + 1

    def place_of(self, written: str, width: int | None = None) -> Place:
        """Where something stands from here on, or anywhere, without going there; each time behind the last place."""
        start = self._text.find(written, max(self.at, self._looked_up.get(written, 0)))
        start = self._text.find(written) if start < 0 else start
        self._looked_up[written] = start + 1
        return self.lines.place(max(start, 0), max(1, len(written) if width is None else width))

    def address(self, written: str) -> Place:
        """Where the address of a link stands: the same letters may be words elsewhere, or begin another address."""
        for start in (self.at, 0):
            at = self._text.find(written, start)
            for _ in range(_MOST_TRIED):
                if at < 0:
                    break
                end = at + len(written)
                before, behind = self._text[max(0, at - 3) : at].rstrip(" "), self._text[end : end + 1]
                if before[-1:] in _BEFORE and (not behind or behind in _BEHIND):
                    return self.lines.place(at, max(len(written), 1))
                at = self._text.find(written, at + 1)
        return self.place_of(written)

    def line_at(self, offset: int) -> Place:
        """The line of that character, as wide as its words are."""
        start = self._text.rfind("\n", 0, offset) + 1
        end = self._text.find("\n", start)
        line = self._text[start : end if end >= 0 else len(self._text)]
        return self.lines.place(start + len(line) - len(line.lstrip()), max(1, len(line.strip())))

    def skip_destination(self, address: str) -> None:
        """Go behind the address of a link whose words have been found, unless it stands elsewhere."""
        opened = DESTINATION.match(self._text, self.at)
        if opened and self._text.startswith(address, opened.end()):
            self.at = opened.end() + len(address)

    def _together(self, words: Sequence[tuple[int, str]]) -> Runs:
        """Where the words stand behind each other, with nothing but space and the signs of a quotation between."""
        start = self.at
        for _ in range(_MOST_TRIED):
            start = self._text.find(words[0][1], start)
            if start < 0:
                return []
            found = self._from(words, start)
            if found:
                return found
            start += 1
        return []

    def _from(self, words: Sequence[tuple[int, str]], start: int) -> Runs:
        found: Runs = []
        at = start
        for here, word in words:
            for gap in _GAPS if found else ():
                behind = gap.match(self._text, at)
                if behind and self._text.startswith(word, behind.end()):
                    at = behind.end()
                    break
            if not self._text.startswith(word, at):
                return []
            found.append((here, at))
            at += len(word)
        self.at = at
        return found

    def _apart(self, words: Sequence[tuple[int, str]]) -> Runs:
        """Where each word stands that is near by."""
        found: Runs = []
        at = self.at
        for here, word in words:
            start = self._text.find(word, at, at + _REACH)
            if start >= 0:
                found.append((here, start))
                self.at = at = start + len(word)
        return found


def _merged(found: Runs) -> Runs:
    """The runs, those that go on in step made one."""
    merged: Runs = []
    for here, there in found:
        if not merged or there - here != merged[-1][1] - merged[-1][0]:
            merged.append((here, there))
    return merged
