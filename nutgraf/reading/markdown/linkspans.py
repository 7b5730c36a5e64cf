"""Where links stand in a Markdown text that holds no code any more: with an address, a label, or as a label.

Every pattern here runs in linear time, because a text may be a megabyte in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\[\]\n]+)\]:.*$", re.MULTILINE)
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_ADDRESS = re.compile(r"\((?:[^()\n]|\n(?![ \t]*\n)|\([^()\n]*\))*\)")
_LABEL = re.compile(r"\[(?!\^)[^\[\]\n]*\]")


def definitions(text: str) -> Iterator[re.Match[str]]:
    """Each line that gives a label its address; the label is the first group."""
    return _DEFINITION.finditer(text)


def links(text: str, *, undefined: bool = False) -> Iterator[tuple[int, int, int]]:
    """Where each link's words open, where they close, and where its address or label ends.

    `undefined` also takes what has a label that no line defines.
    """
    labels = {match[1].casefold() for match in definitions(text)}
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif bracket[0] == "]" and opened:
            start, closing = opened.pop(), bracket.start()
            address = _ADDRESS.match(text, closing + 1)
            label = _LABEL.match(text, closing + 1) if labels or undefined else None
            if address:
                yield start, closing, address.end()
            elif label and (undefined or (label[0][1:-1] or text[start + 1 : closing]).casefold() in labels):
                yield start, closing, label.end()
            elif labels and text[start + 1 : closing].casefold() in labels:
                yield start, closing, closing + 1
