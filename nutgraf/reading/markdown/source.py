"""The text of a source to passages: shown to nobody, so that nothing in it is code or a mark.

Works on what stands in the file, since a source may be a megabyte. Every pattern here runs in linear time.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from nutgraf.model.characters import INVISIBLE
from nutgraf.model.prose import Passage
from nutgraf.reading.markdown.passages import WEB_ADDRESS

_GONE = "\x00"

_LEFT = re.compile(f"[^{_GONE}]+")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)*")
_MARKER = re.compile(r"[-*+](?=[ \t])|:(?= )|#{1,6}(?!#)[ \t]*")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]")
_FOOTNOTE_TEXT = re.compile(r"\[\^[^\[\]\n]+\]:")
_HEADING = re.compile(r"#{1,6}(?!#)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_NO_TITLE = ("|", "- ", "* ", "+ ")
_TABLE_RULE = re.compile(r"(?=[^\n]*-)(?=[^\n]*\|)[ |:-]+")

_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\[\]\n]+)\]:.*$", re.MULTILINE)
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_ADDRESS = re.compile(r"\((?:[^()\n]|\n(?![ \t]*\n)|\([^()\n]*\))*\)")
_LABEL = re.compile(r"\[(?!\^)[^\[\]\n]*\]")

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_WEB = re.compile(WEB_ADDRESS)
_NAMED = r"""(?:[#.][A-Za-z_][^\s{}]*|[\w:-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+))"""
_ATTRIBUTES = re.compile(rf"\{{:?[ ]*{_NAMED}(?:[ ]+{_NAMED})*[ ]*\}}")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]+\]:?")
_UNSEEN = re.compile(f"[{INVISIBLE}]+")
_RULE = re.compile(r"^(?=[ \t:|]*[-=*_])[ \t:|=*_-]+$", re.MULTILINE)
_EMPHASIS = re.compile(r"\\(?P<escaped>[\\`*_{}\[\]()>#+.!|-])|(?<!\s)\*+|\*+(?!\s)|(?<![^\W_])_+|_+(?![^\W_])")

Stretch = tuple[int, int]


def read_source(text: str) -> tuple[Passage, ...]:
    """The passages of a source's text, headings among them; a number before an item is a word like any other."""
    stretches = list(_stretches(text))
    signs = _Signs(text)
    signs.blank_links()
    for start, end in stretches:
        signs.blank_marker(start, end)
    signs.blank_others()
    blanked = signs.text
    made = (_passage(blanked, start, end) for start, end in stretches)
    return tuple(passage for passage in made if passage.text.strip())


def _passage(blanked: str, start: int, end: int) -> Passage:
    runs: list[tuple[int, int]] = []
    here = 0
    for left in _LEFT.finditer(blanked, start, end):
        runs.append((here, left.start()))
        here += left.end() - left.start()
    return Passage(blanked[start:end].replace(_GONE, ""), "paragraph", 0, (), tuple(runs))


class _Signs:
    """The characters of a text, of which those that are no words are blanked, so that the rest keeps its place."""

    def __init__(self, text: str) -> None:
        self._characters = list(text)

    @property
    def text(self) -> str:
        return "".join(self._characters)

    def _blank(self, start: int, end: int) -> None:
        """Blank out a stretch; line ends stay."""
        for number in range(start, end):
            if self._characters[number] != "\n":
                self._characters[number] = _GONE

    def blank_links(self) -> None:
        """Blank out the brackets and addresses of links, and the whole of pictures."""
        text = self.text
        for start, closing, end in _links(text):
            is_picture = text[start - 1 : start] == "!"
            self._blank(start - is_picture, closing if is_picture else start + 1)
            self._blank(closing, end)
        for match in _DEFINITION.finditer(text):
            self._blank(*match.span())

    def blank_marker(self, start: int, end: int) -> None:
        """Blank out what makes a stretch a heading, an item, a definition or a quotation."""
        at = start
        for line in "".join(self._characters[start:end]).split("\n"):
            quoted = _QUOTED.match(line)
            begins = quoted.end() if quoted and ">" in quoted[0] else len(line) - len(line.lstrip(" \t"))
            if ">" in line[:begins]:
                self._blank(at, at + begins)
            marker = _MARKER.match(line, begins) if at == start else None
            if marker:
                self._blank(at + marker.start(), at + marker.end())
            at += len(line) + 1

    def blank_others(self) -> None:
        """Blank out what only steers the look of a text, and addresses; entities become what they mean."""
        for pattern in (_WEB, _ATTRIBUTES, _FOOTNOTE, _RULE, _UNSEEN):
            for match in pattern.finditer(self.text):
                self._blank(*match.span())
        for match in _EMPHASIS.finditer(self.text):
            self._blank(match.start(), match.start("escaped") if match["escaped"] else match.end())
        for match in _ENTITY.finditer(self.text):
            meaning = html.unescape(match[0])
            if len(meaning) == 1 and meaning != _GONE:
                self._blank(*match.span())
                self._characters[match.start()] = meaning


def _links(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each link's words open, where they close, and where its address or label ends."""
    labels = {match[1].casefold() for match in _DEFINITION.finditer(text)}
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif bracket[0] == "]" and opened:
            start, closing = opened.pop(), bracket.start()
            address = _ADDRESS.match(text, closing + 1)
            label = _LABEL.match(text, closing + 1) if labels else None
            if address:
                yield start, closing, address.end()
            elif label and (label[0][1:-1] or text[start + 1 : closing]).casefold() in labels:
                yield start, closing, label.end()
            elif labels and text[start + 1 : closing].casefold() in labels:
                yield start, closing, closing + 1


def _stretches(text: str) -> Iterator[Stretch]:
    """Each paragraph, heading, list item and table row, in order."""
    block: list[Stretch] = []
    at = 0
    for line in text.split("\n"):
        span = at, at + len(line)
        at = span[1] + 1
        bare = _bare(line)
        if not bare.strip(" \t"):
            yield from _block(text, block)
            block = []
        elif _HEADING.match(bare):
            yield from _block(text, block)
            yield span
            block = []
        else:
            block.append(span)
    yield from _block(text, block)


def _bare(line: str) -> str:
    quoted = _QUOTED.match(line)
    return line[quoted.end() :] if quoted else line


def _block(text: str, block: list[Stretch]) -> Iterator[Stretch]:
    """The stretches of what stands between two blank lines."""
    bare = [_bare(text[start:end]) for start, end in block]
    at = 0
    while at + 1 < len(bare) and _UNDERLINE.fullmatch(bare[at + 1]) and not bare[at].startswith(_NO_TITLE):
        yield block[at][0], block[at + 1][1]
        at += 2
    block, bare = block[at:], bare[at:]
    if not block:
        return
    is_table = len(bare) > 1 and _TABLE_RULE.fullmatch(bare[1]) is not None
    is_list = _ITEM.match(bare[0]) is not None
    starts = [number for number, line in enumerate(bare) if number == 0 or is_table or _begins(line, is_list)]
    for start, behind in zip(starts, [*starts[1:], len(block)], strict=True):
        yield block[start][0], block[behind - 1][1]


def _begins(line: str, is_list: bool) -> bool:
    starts_block = line.startswith((": ", "|")) or _FOOTNOTE_TEXT.match(line)
    return bool(starts_block or (is_list and _ITEM.match(line)))
