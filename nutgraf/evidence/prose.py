"""A Markdown body as plain passages for checking: each paragraph, list item and table row, character by character.

Works on what the author wrote, not on the HTML, so that every character keeps its place in the file. Fenced and
inline code, headings, link addresses and attribute lists are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.model.problems import Place
from nutgraf.model.prose import Cite, Reference
from nutgraf.reading.tokens import Lines, find_marks

_GONE = "\x00"

_EMPHASIS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])|\\(?=[\\`*_{}\[\]()#+.!|-])")
_LEFT_OUT = (
    re.compile(r"^(?P<f>```+|~~~+).*?(?:^(?P=f)[ \t]*$|\Z)", re.MULTILINE | re.DOTALL),  # fenced code
    re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL),  # inline code
    re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:.*$", re.MULTILINE),  # link definitions
    re.compile(r"^ {0,3}\[\^[^\]\n]+\]:|\[\^[^\]\n]+\]", re.MULTILINE),  # footnote marks
    re.compile(r"^\|?[ :|-]*-[ :|-]*\|?$", re.MULTILINE),  # the rule under a table's head, and other rules
    re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"),  # pictures
    re.compile(r"<?https?://[^\s>]+>?"),  # bare addresses
    re.compile(r"\{:?[ ]*[#.\w][^{}\n]*\}"),  # attribute lists
    re.compile(r"^[ \t>]*(?:[-*+]|\d{1,3}[.)])(?=[ \t])|^[ \t]*>|^: ", re.MULTILINE),  # list and quotation markers
    _EMPHASIS,
)
_LINK = re.compile(r"\[([^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_HEADING = re.compile(r"^#{1,6}.*$|^(?![ \t>|*+-])[^\n]+\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_BREAK = re.compile(r"\n[ \t]*\n|\n(?=[ \t>]*(?:[-*+]|\d+[.)])[ \t])|\n(?=[ ]*\|)|\n(?=: )|\n(?=[ ]{0,3}\[\^)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, list item or table row: its words, its citations, and where each character stands."""

    text: str
    cites: tuple[Cite, ...]
    _offsets: tuple[int, ...]
    _lines: Lines

    @property
    def at(self) -> Place:
        """Where it begins."""
        return self.place(0, 1)

    def place(self, start: int, end: int) -> Place:
        """Where that stretch of the text stands in the file."""
        if not self._offsets:
            return self._lines.place(0, 1)
        first = self._offsets[min(start, len(self._offsets) - 1)]
        last = self._offsets[min(max(end - 1, start), len(self._offsets) - 1)]
        return self._lines.place_of_span(first, last + 1)


def passages(text: str, path: str, first_line: int) -> Iterator[Passage]:
    """The passages of a body, in order."""
    plain, cites = _plain(text, path, first_line)
    yield from _cut(plain, cites, Lines(text, path, first_line))


def source_passages(text: str, path: str, first_line: int) -> Iterator[Passage]:
    """The passages of a source's text, headings among them, and nothing taken for a citation or a list's number."""
    plain = re.sub(r"^#{1,6}[ \t]+|^[ \t]*>|^[ \t]*[-*+](?=[ \t])", _as_gone, text, flags=re.MULTILINE)
    for link in _LINK.finditer(plain):
        plain = plain[: link.end(1)] + _GONE * (link.end() - link.end(1)) + plain[link.end() :]
    plain = _EMPHASIS.sub(_as_gone, plain)
    yield from _cut(list(plain), [], Lines(text, path, first_line))


def _as_gone(match: re.Match[str]) -> str:
    return _GONE * len(match[0])


def _cut(plain: list[str], cites: list[tuple[int, Cite]], lines: Lines) -> Iterator[Passage]:
    text = "".join(plain)
    at = 0
    for gap in (*_BREAK.finditer(text), None):
        end = gap.start() if gap else len(text)
        offsets = tuple(n for n in range(at, end) if plain[n] != _GONE)
        own = tuple(cite for offset, cite in cites if at <= offset < end)
        words = "".join(plain[n] for n in offsets)
        if words.strip() or own:
            yield Passage(words, own, offsets, lines)
        at = end


def _plain(text: str, path: str, first_line: int) -> tuple[list[str], list[tuple[int, Cite]]]:
    """The text with a blank sign for each character that isn't prose, and the citations by offset."""
    characters = list(text)
    cites: list[tuple[int, Cite]] = []
    covered = _blanked(text, _LEFT_OUT[:2], characters)
    for start, end, meaning in find_marks(text, path, first_line):
        if "\x00" in covered[start:end]:
            continue
        kept = ""
        if isinstance(meaning, Cite):
            cites.append((start, meaning))
        elif isinstance(meaning, Reference):
            kept = text[start:end].partition("|")[2].removesuffix("]]")
        _blank(characters, start, end - len(kept) - (2 if kept else 0))
        if kept:
            _blank(characters, end - 2, end)
    rest = "".join(characters)
    for match in _HEADING.finditer(rest):
        _blank(characters, *match.span())
    for match in _LINK.finditer(rest):
        _blank(characters, match.start(), match.start() + 1)
        _blank(characters, match.end(1), match.end())
    _blanked("".join(characters), _LEFT_OUT[2:], characters)
    return characters, cites


def _blanked(text: str, patterns: tuple[re.Pattern[str], ...], characters: list[str]) -> str:
    for pattern in patterns:
        for match in pattern.finditer(text):
            _blank(characters, *match.span())
        text = "".join(characters)
    return text


def _blank(characters: list[str], start: int, end: int) -> None:
    for number in range(start, end):
        if characters[number] != "\n":
            characters[number] = _GONE
