"""Finds code set in by four spaces, which Python-Markdown tells from what goes on with a list item or a footnote.

In doubt it is no code: what is wrongly taken for code escapes the guard against too many brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"^(?P<margin>[ \t]*+)(?P<words>[^\n]*+)\n?", re.MULTILINE)
_RULE = re.compile(r"(?:(?:-[ ]{0,2}){3,}+|(?:\*[ ]{0,2}){3,}+)[ ]*$")
_MARKER = re.compile(r"(?:[-*+:]|\d+\.)[ \t]+|\[\^[^\]\n]*\]:[ \t]*")


def set_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where such code begins and ends in a stretch of text that holds no fenced code."""
    reader = _Reader()
    began: int | None = None
    reached = start
    for line in _LINE.finditer(text, start, end):
        # Python-Markdown takes spaces on the very first line for words.
        words = line["words"] or ("" if line.start() else line["margin"])
        if reader.is_code(line["margin"], words):
            began, reached = line.start() if began is None else began, line.end()
        elif began is not None:
            yield began, reached
            began = None
    if began is not None:
        yield began, reached


class _Reader:
    """Goes through lines and keeps how many list items and footnotes are open, one within another."""

    def __init__(self) -> None:
        self._open = 0
        self._in_code = False
        self._after_blank = True

    def is_code(self, margin: str, words: str) -> bool:
        """Whether this line, the next one of the text, is code."""
        level = len(margin.expandtabs(4)) // 4
        begins, self._after_blank = self._after_blank, not words
        self._in_code = bool(words) and level > self._open and (begins or self._in_code)
        if words and not self._in_code:
            self._open = self._open_after(level, words, begins=begins)
        return self._in_code

    def _open_after(self, level: int, words: str, *, begins: bool) -> int:
        opened = min(level, self._open) + _markers(words)
        # Only a paragraph closes items: further lines go on with it at any margin, and definitions of links vanish.
        return opened if begins and (not words.startswith("[") or words.startswith("[^")) else max(self._open, opened)


def _markers(words: str) -> int:
    """How many items or footnotes begin on a line, one within another: `- 1. words` begins two."""
    if _RULE.match(words):
        return 0
    count, marker = 0, _MARKER.match(words)
    while marker:
        count, marker = count + 1, _MARKER.match(words, marker.end())
    return count
