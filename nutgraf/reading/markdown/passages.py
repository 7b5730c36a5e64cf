"""Gathers the words of a body into passages while its tree is walked: a paragraph, list item or table row each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from nutgraf.model.characters import INVISIBLE
from nutgraf.model.prose import Cite, Passage, PassageKind
from nutgraf.reading.markdown.places import Runs

BETWEEN_CELLS = " | "

WEB_ADDRESS = r"<?(?:https?://|www\.)[!-;=?-~]+>?"
"""One that is shown claims nothing."""

_LEFT_OUT = re.compile(f"{WEB_ADDRESS}|[{INVISIBLE}]+")


class Passages:
    """The passages of one body."""

    def __init__(self) -> None:
        self.made: list[Passage] = []
        self.cited = 0
        """How many citations there have been."""
        self.section = 0
        self.kind: PassageKind = "paragraph"
        """Of what follows."""
        self._is_interrupted = False
        self._begin()

    def words(self, piece: str, runs: Runs) -> None:
        """Words that go on with the passage, and where they stand."""
        at = 0
        for left_out in _LEFT_OUT.finditer(piece):
            self._add(piece, runs, at, left_out.start())
            self._is_interrupted |= not left_out[0].isspace() and left_out[0][0] not in INVISIBLE
            at = left_out.end()
        self._add(piece, runs, at, len(piece))

    def interrupt(self) -> None:
        """Something stands here that is no word: what follows is no part of the word or figure before it."""
        self._is_interrupted = True

    def escaped(self, character: str, runs: Runs) -> None:
        """A character that the author has put a backslash before."""
        self.words(character, runs)
        self._escaped.append(len(self._text) - 1)

    def cite(self, cite: Cite) -> None:
        """A citation that stands in the passage."""
        self._cites.append(cite)
        self.cited += 1

    @contextmanager
    def link(self) -> Iterator[None]:
        """The words meanwhile are those of a link."""
        start = len(self._text)
        yield
        if len(self._text) > start:
            self._links.append((start, len(self._text)))

    def aside(self, kind: PassageKind, text: str, runs: Runs) -> None:
        """A passage of its own beside the one that is going on, which claims nothing."""
        if text.strip():
            self.made.append(Passage(text, kind, self.section, (), tuple(runs)))

    def end(self) -> None:
        """Whatever follows belongs to another passage."""
        text = self._text.rstrip()
        if text or self._cites:
            made = Passage(text, self.kind, self.section, tuple(self._cites), tuple(self._runs))
            self.made.append(replace(made, links=tuple(self._links), escaped=frozenset(self._escaped)))
        self._begin()

    def rest_on(self, first: int, behind: int) -> None:
        """Let passages that cite nothing, such as the head of a table, rest on what those behind them cite."""
        cites = tuple(cite for passage in self.made[behind:] for cite in passage.cites)
        for number in range(first, behind):
            if not self.made[number].cites and not self.made[number].is_aside:
                self.made[number] = replace(self.made[number], cites=cites)

    def _begin(self) -> None:
        self._text = ""
        self._runs: Runs = []
        self._cites: list[Cite] = []
        self._links: list[tuple[int, int]] = []
        self._escaped: list[int] = []

    def _add(self, piece: str, runs: Runs, start: int, end: int) -> None:
        if start == end:
            return
        if self._is_interrupted and self._text[-1:].isalnum() and piece[start].isalnum():
            self._text += " "
        self._is_interrupted = False
        base = len(self._text) - start
        inside = [run for run in runs if start < run[0] < end]
        before = [run for run in runs if run[0] <= start]
        if before:
            here, there = before[-1]
            inside.insert(0, (start, there + start - here))
        self._runs += [(here + base, there) for here, there in inside]
        self._text += piece[start:end]
