"""What stands between quotation marks in a text, and what stands outside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Single marks count where they can't be apostrophes: straight ones around three letters or more, neither around a
# number ('90s). Their length is bounded, since an apostrophe at a word's head looks like a mark that never closes.
_CLOSED = re.compile(
    r"""“([^“”]+)”
    | (?<!\w)"((?:[^"]|(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea]))+)"
    | (?<!\w)\u05f4((?:[^\u05f4]|(?<=\w)\u05f4(?=\w))+)\u05f4
    | «([^«»]+)»
    | »([^«»]+)«
    | „([^„“”]+)[“”]
    | 「([^「」]+)」
    | 『([^『』]+)』
    | (?<!\w)"([^"“”]+)”
    | “([^"“”]+)"(?!\w)
    | (?<!\w)‘((?!\d)(?:[^‘’“”]|’(?=\w)){1,400}?)’(?!\w)
    | (?<![\w'])'((?=[^\W\d_]+\s|[^\W\d_]{3,}')(?:[^'"]|'(?=\w)){1,400}?)'(?!\w)
    """,
    re.VERBOSE,
)
# A quotation over several paragraphs closes in the last one only.
_OPEN = re.compile(r"""(?:[“«]|(?<!\w)"(?=\w))([^“”«»"\x00]+)\Z""")
_WIDE = str.maketrans("＂", '"')
_NAMED = re.compile(r"\n\s*[-\u2013\u2014\u2015][^\n]*\s*\Z")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, and where they stand without the marks."""

    text: str
    start: int
    end: int


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of a text that holds a word, in order; one that never closes runs to the end of the text."""
    text = text.translate(_WIDE)
    spans = [match.span(match.lastindex or 0) for match in _CLOSED.finditer(text)]
    unclosed = _OPEN.search(outside_quotations(text))
    if unclosed is not None:
        spans.append(unclosed.span(1))
    return tuple(Quotation(text[start:end], start, end) for start, end in spans if _WORD.search(text, start, end))


def without_name(block: str) -> Quotation:
    """A block quotation without marks, but for a last line that begins with a dash and names somebody."""
    named = _NAMED.search(block)
    end = named.start() if named else len(block)
    return Quotation(block[:end], 0, end)


def outside_quotations(text: str) -> str:
    """The text with each quotation that closes blanked out by as many NULs."""
    return _CLOSED.sub(lambda match: "\x00" * len(match[0]), text.translate(_WIDE))
