"""Blanks out of a Markdown text whatever isn't words, character by character, so that the rest keeps its place.

Every pattern here runs in linear time, because a text may be a megabyte in one line.
"""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.evidence.folding import INVISIBLE
from nutgraf.reading.markdown.linkspans import definitions, links

GONE = "\x00"

_LEFT = re.compile(f"[^{GONE}]+")
_FENCED = re.compile(r"^(?P<f>```+|~~~+).*?(?:^(?P=f)[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:\A|(?<=\n)[ \t]*\n)(?P<code>(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+)")
_TICKS = re.compile(r"(?<![`\\])`+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_WEB = re.compile(r"<?(?:https?://|www\.)[!-;=?-~]+>?")
_NAMED = r"""(?:[#.][A-Za-z_][^\s{}]*|[\w:-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+))"""
_ATTRIBUTES = re.compile(rf"\{{:?[ ]*{_NAMED}(?:[ ]+{_NAMED})*[ ]*\}}")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]+\]:?")
_UNSEEN = re.compile(f"[{INVISIBLE}]+")
_RULE = re.compile(r"^(?=[ \t:|]*[-=*_])[ \t:|=*_-]+$", re.MULTILINE)
_EMPHASIS = re.compile(r"\\(?P<escaped>[\\`*_{}\[\]()>#+.!|-])|(?<!\s)\*+|\*+(?!\s)|(?<![^\W_])_+|_+(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text."""

    start: int
    end: int


class Plain:
    """The characters of a text, of which some have been blanked."""

    def __init__(self, text: str) -> None:
        self.characters = list(text)

    @property
    def text(self) -> str:
        """The text as it stands now."""
        return "".join(self.characters)

    def blank(self, start: int, end: int) -> None:
        """Blank out a stretch; line ends stay."""
        for number in range(start, end):
            if self.characters[number] != "\n":
                self.characters[number] = GONE

    def blank_code(self) -> tuple[Span, ...]:
        """Blank out code of every kind; the blocks of it are returned."""
        blocks = [Span(*match.span()) for match in _FENCED.finditer(self.text)]
        for block in blocks:
            self.blank(block.start, block.end)
        blocks += [Span(*match.span("code")) for match in _INDENTED.finditer(self.text) if _is_code(self.text, match)]
        for block in blocks:
            self.blank(block.start, block.end)
        for start, end in _code_spans(self.text):
            self.blank(start, end)
        return tuple(blocks)

    def blank_links(self) -> tuple[Span, ...]:
        """Blank out the brackets and addresses of links and the whole of pictures, whose descriptions are returned."""
        text, pictures = self.text, []
        for start, closing, end in links(text):
            is_picture = text[start - 1 : start] == "!"
            if is_picture:
                pictures.append(Span(start + 1, closing))
            self.blank(start - is_picture, closing if is_picture else start + 1)
            self.blank(closing, end)
        for match in definitions(text):
            self.blank(*match.span())
        return tuple(pictures)

    def blank_signs(self) -> None:
        """Blank out what only steers the look of a text, and addresses; entities become what they mean."""
        for pattern in (_WEB, _ATTRIBUTES, _FOOTNOTE, _RULE, _UNSEEN):
            for match in pattern.finditer(self.text):
                self.blank(*match.span())
        for match in _EMPHASIS.finditer(self.text):
            self.blank(match.start(), match.start("escaped") if match["escaped"] else match.end())
        for match in _ENTITY.finditer(self.text):
            meaning = html.unescape(match[0])
            if len(meaning) == 1 and meaning != GONE:
                self.blank(*match.span())
                self.characters[match.start()] = meaning


def words_left(text: str, start: int, end: int) -> tuple[str, array[int]]:
    """What is left of a stretch of a blanked text, and the offset of each of its characters."""
    offsets = array("L")
    for match in _LEFT.finditer(text, start, end):
        offsets.extend(range(*match.span()))
    return text[start:end].replace(GONE, ""), offsets


def _is_code(text: str, block: re.Match[str]) -> bool:
    """Whether lines set in by four spaces are code, as they are unless they go on with a list or a footnote."""
    before = [line for line in text[max(0, block.start() - 2000) : block.start()].split("\n") if line.strip()]
    return not before or re.match(r"[ \t]+\S|[ \t>]*(?:[-*+]|\d+[.)])[ \t]|: |\[\^", before[-1]) is None


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Inline code: from one run of backticks to the next that is as long, within one paragraph."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    breaks = [match.start() for match in _BLANK_LINE.finditer(text)]
    following = _next_of_same_length(runs)
    at = 0
    for number, (start, end) in enumerate(runs):
        partner = following[number]
        if start < at or partner is None:
            continue
        following_break = bisect_left(breaks, end)
        if following_break == len(breaks) or runs[partner][0] < breaks[following_break]:
            at = runs[partner][1]
            yield start, at


def _next_of_same_length(runs: list[tuple[int, int]]) -> list[int | None]:
    following: list[int | None] = [None] * len(runs)
    latest: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        length = runs[number][1] - runs[number][0]
        following[number] = latest.get(length)
        latest[length] = number
    return following
