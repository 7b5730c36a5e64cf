"""What stands between quotation marks in a text, and what stands outside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTATION = re.compile(
    '\u201c([^\u201c\u201d]+)\u201d|"([^"]+)"|\u00ab([^\u00ab\u00bb]+)\u00bb|\u201e([^\u201e\u201c\u201d]+)[\u201c\u201d]|\u300c([^\u300c\u300d]+)\u300d|\u300e([^\u300e\u300f]+)\u300f'
)
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, and where they stand without the marks."""

    text: str
    start: int
    end: int


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of a text that holds a word, in order. Single marks are left alone: most are apostrophes."""
    found = []
    for match in _QUOTATION.finditer(text):
        group = next(number for number in range(1, 7) if match[number] is not None)
        if _WORD.search(match[group]):
            found.append(Quotation(match[group], *match.span(group)))
    return tuple(found)


def outside_quotations(text: str) -> str:
    """The text with each quotation blanked out by as many NULs."""
    return _QUOTATION.sub(lambda match: "\x00" * len(match[0]), text)
