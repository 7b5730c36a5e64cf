"""Finds citations typed without their brackets or their @: `(@gauge)`, `@gauge`, `[gauge]`.

Refuses code, links and addresses. Every pattern here runs in linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from nutgraf.model.problems import Place
from nutgraf.reading.markdown.codespans import code_of
from nutgraf.reading.markdown.linkspans import definitions, links
from nutgraf.reading.markdown.tokens import Lines, find_marks

# Letters, digits, hyphens, and the signs of every script that stand on letters: all but spaces and punctuation.
_ID = r"[^\s\x00-,./:-@\[-`{-\x7f«»\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]++"
_SLIP = re.compile(
    rf"""(?<!\\) (?:
      (?<! \] ) \( [ ]? @ (?P<round> {_ID} ) [ ]? \)
    | (?<! [\w@/=+-] ) @ (?P<bare> {_ID} ) (?! @ | [./]\w )
    | (?<! [\]!] ) \[ (?P<square> {_ID} ) (?P<pin> [ ]+ ["“] [^"“”\[\]\n]*+ ["”] )? \] (?! [(\[] )
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Slip:
    """What was typed, and the citation that was meant."""

    written: str
    meant: str
    at: Place


def slips(text: str, known: Collection[str], path: str, first_line: int) -> Iterator[Slip]:
    """The mistyped citations of the sources with these ids, in order."""
    found = [match for match in _SLIP.finditer(text) if _source_in(match) in known]
    if not found:
        return
    lines, taken = Lines(text, path, first_line), _Taken(text, path, first_line)
    for match in found:
        if not taken.holds(match.start()):
            meant = f"[@{_source_in(match)}{match['pin'] or ''}]"
            yield Slip(match[0], meant, lines.place_of_span(*match.span()))


def _source_in(match: re.Match[str]) -> str:
    return match["round"] or match["bare"] or match["square"]


class _Taken:
    """The stretches of a text that Markdown or nutgraf reads as something else."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        read = [(it.start, it.end) for it in code_of(text).stretches]
        read += [(start, end) for start, end, _ in find_marks(text, path, first_line)]
        left = _without(text, _joined(read))
        read += [match.span() for match in definitions(left)]
        read += [(start, end) for start, _, end in links(left, undefined=True)]
        self._spans = _joined(read)

    def holds(self, offset: int) -> bool:
        """Whether that character stands in one of them."""
        number = bisect_right(self._spans, offset, key=lambda span: span[0]) - 1
        return number >= 0 and offset < self._spans[number][1]


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with these stretches blanked out, line ends apart."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], re.sub(r"[^\n]", "\x00", text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
