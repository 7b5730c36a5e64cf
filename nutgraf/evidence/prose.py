"""A Markdown text as plain passages for checking: each paragraph, list item and table row, character by character.

Works on what the author wrote, not on the HTML, so that every character keeps its place in the file. Code, link
addresses and attribute lists are left out; headings, code blocks and the descriptions of pictures stand aside.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nutgraf.evidence.blanks import GONE, Plain, Span, words_left
from nutgraf.model.problems import Place
from nutgraf.model.prose import Cite, Reference
from nutgraf.reading.markdown.tokens import Lines, find_marks

_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)*")
_BULLET = re.compile(r"[-*+](?=[ \t])")
_NUMBERED = re.compile(r"\d{1,3}[.)](?=[ \t])")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]+\]:")
_HEADING = re.compile(r"#{1,6}(?!#)[ \t]*|#{7,}")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_NO_TITLE = ("|", "- ", "* ", "+ ")
_TABLE_RULE = re.compile(r"(?=[^\n]*-)(?=[^\n]*\|)[ |:-]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, list item or table row: its words, its citations, and where each character stands."""

    text: str
    cites: tuple[Cite, ...]
    is_aside: bool
    """Whether it is a heading, code or the description of a picture, which claim nothing by themselves."""
    is_block_quote: bool
    """Whether it is set apart with `>`, as somebody else's words."""
    _offsets: array[int]
    """An array, since a tuple takes four times the memory."""
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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The part of a text that one passage takes up."""

    start: int
    end: int
    is_aside: bool = False
    is_item: bool = False
    is_block_quote: bool = False
    rows: int = 0
    """Of a table's head: how many rows stand under it."""


def passages(text: str, path: str, first_line: int) -> Iterator[Passage]:
    """The passages of a body, in order; asides that stand within others come last."""
    plain, lines = Plain(text), Lines(text, path, first_line)
    asides = [(span, text[span.start : span.end]) for span in plain.blank_code()]
    stretches = list(_stretches(plain.text))
    cites = _blank_marks(plain, text, path, first_line)
    asides += [(span, text[span.start : span.end]) for span in plain.blank_links()]
    for stretch in stretches:
        _blank_marker(plain, stretch, numbers=True)
    plain.blank_signs()
    yield from _passages(plain, stretches, cites, lines)
    for span, words in asides:
        yield Passage(words, (), True, False, array("L", range(span.start, span.end)), lines)


def source_passages(text: str, path: str, first_line: int) -> Iterator[Passage]:
    """The passages of a source's text, headings among them, and nothing taken for a citation or a list's number."""
    plain, lines = Plain(text), Lines(text, path, first_line)
    stretches = list(_stretches(text))
    plain.blank_links()
    for stretch in stretches:
        _blank_marker(plain, stretch, numbers=False)
    plain.blank_signs()
    yield from _passages(plain, stretches, [], lines)


def _blank_marks(plain: Plain, text: str, path: str, first_line: int) -> list[tuple[int, Cite]]:
    """The citations by offset; of nutgraf's marks only the words of links stay."""
    cites: list[tuple[int, Cite]] = []
    for start, end, meaning in find_marks(text, path, first_line):
        if GONE in plain.characters[start:end]:
            continue  # it stands in code
        if isinstance(meaning, Cite):
            cites.append((start, meaning))
        words = text[start:end].partition("|")[2].removesuffix("]]") if isinstance(meaning, Reference) else ""
        plain.blank(start, end - len(words) - (2 if words else 0))
        plain.blank(end - 2 if words else end, end)
    return cites


def _blank_marker(plain: Plain, stretch: _Stretch, *, numbers: bool) -> None:
    """Blank out what makes a stretch a heading, an item or a quotation."""
    text = "".join(plain.characters[stretch.start : stretch.end])
    at = 0
    for line in text.split("\n"):
        quoted = _QUOTED.match(line)
        begins = quoted.end() if quoted and ">" in quoted[0] else len(line) - len(line.lstrip(" \t"))
        plain.blank(stretch.start + at, stretch.start + at + (begins if ">" in line[:begins] else 0))
        marker = _marker(line[begins:], stretch, numbers=numbers) if at == 0 else None
        if marker is not None:
            plain.blank(stretch.start + at + begins, stretch.start + at + begins + marker.end())
        at += len(line) + 1


def _marker(line: str, stretch: _Stretch, *, numbers: bool) -> re.Match[str] | None:
    if stretch.is_aside:
        return _HEADING.match(line)
    if line.startswith(": "):
        return re.match(":", line)
    if not stretch.is_item:
        return None
    return _BULLET.match(line) or (_NUMBERED.match(line) if numbers else None)


def _passages(
    plain: Plain, stretches: list[_Stretch], cites: list[tuple[int, Cite]], lines: Lines
) -> Iterator[Passage]:
    text, offsets = plain.text, [offset for offset, _ in cites]
    found = []
    for stretch in stretches:
        words, own_offsets = words_left(text, stretch.start, stretch.end)
        own = cites[bisect_left(offsets, stretch.start) : bisect_left(offsets, stretch.end)]
        cited = tuple(cite for _, cite in own)
        found.append(Passage(words, cited, stretch.is_aside, stretch.is_block_quote, own_offsets, lines))
    for number, passage in enumerate(found):
        if not passage.text.strip() and not passage.cites:
            continue
        below = found[number + 1 : number + 1 + stretches[number].rows]
        # The head of a table rests on what its rows do.
        yield passage if passage.cites else replace(passage, cites=tuple(cite for row in below for cite in row.cites))


def _stretches(text: str) -> Iterator[_Stretch]:
    """The stretches of a text, in order, by the rules of Python-Markdown: a list can't interrupt a paragraph."""
    block: list[Span] = []
    at = 0
    for line in text.split("\n"):
        span = Span(at, at + len(line))
        at = span.end + 1
        bare = _bare(line)
        if not bare.strip(f"{GONE} \t"):
            yield from _block(text, block)
            block = []
        elif _HEADING.match(bare) and not bare.startswith("#######"):
            yield from _block(text, block)
            yield _Stretch(span.start, span.end, is_aside=True)
            block = []
        else:
            block.append(span)
    yield from _block(text, block)


def _bare(line: str) -> str:
    quoted = _QUOTED.match(line)
    return line[quoted.end() :] if quoted else line


def _block(text: str, block: list[Span]) -> Iterator[_Stretch]:
    """The stretches of what stands between two blank lines."""
    bare = [_bare(text[span.start : span.end]) for span in block]
    at = 0
    while at + 1 < len(bare) and _UNDERLINE.fullmatch(bare[at + 1]) and not bare[at].startswith(_NO_TITLE):
        yield _Stretch(block[at].start, block[at + 1].end, is_aside=True)
        at += 2
    block, bare = block[at:], bare[at:]
    if not block:
        return
    is_table = len(bare) > 1 and _TABLE_RULE.fullmatch(bare[1]) is not None
    is_list = _ITEM.match(bare[0]) is not None
    starts = [
        number
        for number, line in enumerate(bare)
        if number == 0
        or is_table
        or line.startswith((": ", "|"))
        or _FOOTNOTE.match(line)
        or (is_list and _ITEM.match(line))
    ]
    for start, behind in zip(starts, [*starts[1:], len(block)], strict=True):
        rows = len(block) - 1 if is_table and start == 0 else 0
        first = block[start]
        quoted = _QUOTED.match(text, first.start, first.end)
        is_block_quote = quoted is not None and ">" in quoted[0]
        yield _Stretch(first.start, block[behind - 1].end, is_item=is_list, is_block_quote=is_block_quote, rows=rows)
