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
_ESCAPABLE = re.compile(r"[^\w\s]")
_BEFORE = ("(", "<", ":", "[")


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
        found = self._together(words) or self._apart(words)
        if not found:
            return [(0, self.at)]
        return _merged(found)

    def literal(self, written: str) -> tuple[int, int]:
        """Where something stands just as it was written, line breaks and the signs of a quotation apart."""
        start = self._text.find(written, self.at)
        if start >= 0:
            self.at = start + len(written)
            return start, self.at
        runs = self.runs(written)
        return (runs[0][1], max(self.at, runs[0][1] + 1)) if runs else (self.at, self.at)

    def place_of(self, written: str, width: int | None = None) -> Place:
        """Where something stands from here on, or anywhere, without going there; each time behind the last place."""
        start = self._text.find(written, max(self.at, self._looked_up.get(written, 0)))
        start = self._text.find(written) if start < 0 else start
        self._looked_up[written] = start + 1
        return self.lines.place(max(start, 0), max(1, len(written) if width is None else width))

    def address(self, written: str) -> Place:
        """Where the address of a link stands: the same letters may be words elsewhere, or begin another address."""
        for start in (self.at, 0):
            for match in re.finditer(re.escape(written), self._text[start:]):
                first, end = start + match.start(), start + match.end()
                if self._text[:first].rstrip(" ")[-1:] in _BEFORE and self._text[end : end + 1].strip(")>") == "":
                    return self.lines.place(first, max(len(written), 1))
        return self.place_of(written)

    def line_at(self, offset: int) -> Place:
        """The line of that character, as wide as its words are."""
        start = self._text.rfind("\n", 0, offset) + 1
        end = self._text.find("\n", start)
        line = self._text[start : end if end >= 0 else len(self._text)]
        return self.lines.place(start + len(line) - len(line.lstrip()), max(1, len(line.strip())))

    def skip_destination(self, address: str) -> tuple[int, int] | None:
        """Go behind the address of a link whose words have been found; None where it stands elsewhere."""
        opened = DESTINATION.match(self._text, self.at)
        start = self._text.find(address, opened.end(), opened.end() + len(address)) if opened else -1
        if start < 0:
            return None
        self.at = start + len(address)
        return start, self.at

    def _together(self, words: Sequence[tuple[int, str]]) -> Runs:
        """Where the words stand behind each other, with nothing but space and the signs of a quotation between."""
        start = self.at
        for _ in range(_MOST_TRIED):
            start = self._first(words[0][1], start)
            if start < 0:
                return []
            found = self._from(words, start)
            if found:
                return found
            start += 1
        return []

    def _first(self, word: str, start: int) -> int:
        plain = self._text.find(word, start)
        if start <= plain < start + len(word) or not _ESCAPABLE.search(word):
            return plain
        escaped = re.compile("".join(_escapable(character) for character in word)).search(self._text, start)
        return escaped.start() if escaped else plain

    def _from(self, words: Sequence[tuple[int, str]], start: int) -> Runs:
        found: Runs = []
        at = start
        for here, word in words:
            for gap in _GAPS if found else ():
                behind = gap.match(self._text, at)
                if behind and self._behind(word, behind.end()) >= 0:
                    at = behind.end()
                    break
            end = self._behind(word, at)
            if end < 0:
                return []
            found.append((here, end - len(word)))
            at = end
        self.at = at
        return found

    def _behind(self, word: str, at: int) -> int:
        """Where a word ends that begins here, with or without backslashes; -1 if it doesn't."""
        if self._text.startswith(word, at):
            return at + len(word)
        for character in word:
            at += self._text.startswith("\\", at) and character != "\\"
            if not self._text.startswith(character, at):
                return -1
            at += 1
        return at

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


def _escapable(character: str) -> str:
    return f"\\\\?{re.escape(character)}" if _ESCAPABLE.match(character) else re.escape(character)


def _merged(found: Runs) -> Runs:
    """The runs, those that go on in step made one."""
    merged: Runs = []
    for here, there in found:
        if not merged or there - here != merged[-1][1] - merged[-1][0]:
            merged.append((here, there))
    return merged
