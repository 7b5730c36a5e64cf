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

_LEFT_OUT = re.compile(f"<?(?:https?://|www\\.)[!-;=?-~]+>?|[{INVISIBLE}]+")
"""Addresses on the web, which claim nothing, and characters that can't be seen."""


class Passages:
    """The passages of one body."""

    def __init__(self) -> None:
        self.made: list[Passage] = []
        self.section = 0
        self.kind: PassageKind = "paragraph"
        """Of what follows."""
        self._text = ""
        self._runs: Runs = []
        self._cites: list[Cite] = []
        self._links: list[tuple[int, int]] = []

    def words(self, piece: str, runs: Runs) -> None:
        """Words that go on with the passage, and where they stand."""
        at = 0
        for left_out in _LEFT_OUT.finditer(piece):
            self._add(piece, runs, at, left_out.start())
            at = left_out.end()
        self._add(piece, runs, at, len(piece))

    def cite(self, cite: Cite) -> None:
        """A citation that stands in the passage."""
        self._cites.append(cite)

    @contextmanager
    def link(self) -> Iterator[None]:
        """The words meanwhile are those of a link."""
        start = len(self._text)
        yield
        if len(self._text) > start:
            self._links.append((start, len(self._text)))

    def aside(self, kind: PassageKind, text: str, runs: Runs) -> None:
        """A passage of its own beside the one that is going on: code, or what is said of a picture."""
        if text.strip():
            self.made.append(Passage(text, kind, self.section, (), tuple(runs)))

    def end(self) -> None:
        """Whatever follows belongs to another passage."""
        text = self._text.rstrip()
        if text or self._cites:
            words = text, self.kind, self.section, tuple(self._cites), tuple(self._runs)
            self.made.append(Passage(*words, tuple(self._links)))
        self._text, self._runs, self._cites, self._links = "", [], [], []

    def rest_on(self, first: int, behind: int) -> None:
        """Let passages that cite nothing, such as the head of a table, rest on what those behind them cite."""
        cites = tuple(cite for passage in self.made[behind:] for cite in passage.cites)
        for number in range(first, behind):
            if not self.made[number].cites:
                self.made[number] = replace(self.made[number], cites=cites)

    def _add(self, piece: str, runs: Runs, start: int, end: int) -> None:
        base = len(self._text) - start
        inside = [run for run in runs if start < run[0] < end]
        before = [run for run in runs if run[0] <= start]
        if before and start < end:
            here, there = before[-1]
            inside.insert(0, (start, there + start - here))
        self._runs += [(here + base, there) for here, there in inside]
        self._text += piece[start:end]
