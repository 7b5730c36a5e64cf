"""Where code stands in a Markdown text, by Python-Markdown's rules: fenced, set in by four spaces, between backticks.

Every pattern here runs in linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from nutgraf.reading.markdown.setin import set_in

_FENCE = re.compile(r"^(?P<fence>~{3,}|`{3,})(?P<info>[^\n]*)$", re.MULTILINE)
_INFO = re.compile(r"\{.*\}|\.?[\w#.+-]*(?: *hl_lines=.*)?")
_TICKS = re.compile("`+")
_BREAK = re.compile(r"\n[ \t]*(?=\n)")


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Where a piece of code begins and ends, its backticks or fences included."""

    start: int
    end: int
    closing: int
    """Where the backticks begin that close it, or the line end before the fence that does."""


@dataclass(frozen=True, slots=True)
class Code:
    """The code of a text."""

    stretches: tuple[Stretch, ...]
    """In order; none overlaps another."""
    unclosed: tuple[tuple[int, int], ...]
    """The opening lines of fenced blocks that never end, which Python-Markdown doesn't take for code."""

    def around(self, offset: int) -> Stretch | None:
        """The code that this character stands in."""
        number = bisect_right(self.stretches, offset, key=lambda stretch: stretch.start) - 1
        return self.stretches[number] if number >= 0 and offset < self.stretches[number].end else None


def code_of(text: str) -> Code:
    """All code of a text."""
    fenced, unclosed = _fenced(text)
    blocks = tuple(sorted((*fenced, *_between(text, fenced))))
    breaks = chain((match.span() for match in _BREAK.finditer(text)), ((it.start, it.end) for it in blocks))
    return Code(tuple(sorted((*blocks, *_spans(text, sorted(breaks))))), unclosed)


def _fenced(text: str) -> tuple[tuple[Stretch, ...], tuple[tuple[int, int], ...]]:
    blocks: list[Stretch] = []
    opening: re.Match[str] | None = None
    for line in _FENCE.finditer(text):
        info = line["info"].strip(" ")
        if opening is None:
            opening = line if _INFO.fullmatch(info) else None
        elif line["fence"] == opening["fence"] and not info:
            blocks.append(Stretch(opening.start(), line.end(), line.start() - 1))
            opening = None
    return tuple(blocks), (opening.span(),) if opening else ()


def _between(text: str, fenced: Sequence[Stretch]) -> Iterator[Stretch]:
    """Code set in, before and behind the fenced blocks."""
    for start, end in zip((0, *(it.end for it in fenced)), (*(it.start for it in fenced), len(text)), strict=True):
        yield from (Stretch(*span, span[1]) for span in set_in(text, start, end))


def _spans(text: str, breaks: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """Code between backticks: from one run to the next that is as long, with no break of the paragraph between them."""
    at = 0
    for start, end in (*breaks, (len(text), len(text))):
        if start > at:
            yield from _spans_within(text, at, start)
        at = max(at, end)


def _spans_within(text: str, start: int, end: int) -> Iterator[Stretch]:
    runs = [match.span() for match in _TICKS.finditer(text, start, end)]
    following: list[int | None] = []
    latest: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        length = runs[number][1] - runs[number][0]
        following.append(latest.get(length))
        latest[length] = number
    following.reverse()
    number = 0
    while number < len(runs):
        partner = following[number]
        if partner is None or _is_escaped(text, runs[number][0]):
            number += 1
        else:
            yield Stretch(runs[number][0], runs[partner][1], runs[partner][0])
            number = partner + 1


def _is_escaped(text: str, at: int) -> bool:
    """Whether an odd number of backslashes stands before that character."""
    first = at
    while first > 0 and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1
