"""Finds what stands between quotation marks, in every style and over several paragraphs. Knows nothing of speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PAIRS = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "‹": "›"}
_SINGLE = re.compile(
    r"(?<![\w’'])[‘'](?=\S)(?:[^‘'’\n]*?[,.?!…](?:’|')(?!\w)|(?:[^‘’'\n]|(?<=\w)[’'](?=\w))*?[,.?!…](?:’|')(?!\w)"
    r"|(?:[^‘’'\n]|(?<=\w)[’'](?=\w)){3,250}?[’'](?!\w))"
)
_DOUBLE = re.compile('["“”«»„「]')


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks: the paragraph they begin in, where, and the one they end in."""

    text: str
    paragraph: int
    start: int
    """Where the opening mark stands."""
    last: int
    """The paragraph it ends in."""
    end: int
    """Behind the closing mark, in the last paragraph."""
    closed: bool


def quoted_in(paragraphs: Sequence[str]) -> tuple[Quoted, ...]:
    """Every outermost stretch between quotation marks; one that goes on over paragraphs is one."""
    found: list[Quoted] = []
    single = not any(_DOUBLE.search(paragraph) for paragraph in paragraphs)
    for number, paragraph in enumerate(paragraphs):
        for start, end, closed in _singles(paragraph) if single else _spans(paragraph):
            words = paragraph[start + 1 : end - 1 if closed else end]
            goes_on = found and not found[-1].closed and found[-1].last == number - 1 and start == _indent(paragraph)
            if goes_on:
                before = found.pop()
                found.append(
                    Quoted(f"{before.text} {words.strip()}", before.paragraph, before.start, number, end, closed)
                )
            elif words.strip():
                found.append(Quoted(words.strip(), number, start, number, end, closed))
    return tuple(found)


def _indent(paragraph: str) -> int:
    return len(paragraph) - len(paragraph.lstrip(" >-"))


def _spans(text: str) -> list[tuple[int, int, bool]]:
    """Outermost stretches of a paragraph; the last may lack its closing mark and then runs to the paragraph's end."""
    spans: list[tuple[int, int, bool]] = []
    at = 0
    while at < len(text):
        mark = text[at]
        if mark == '"' and _opens(text, at):
            close = _straight_close(text, at)
        elif mark in _PAIRS:
            close = _paired_close(text, at)
        else:
            at += 1
            continue
        if close < 0:
            spans.append((at, len(text), False))
            break
        spans.append((at, close + 1, True))
        at = close + 1
    return spans


def _opens(text: str, at: int) -> bool:
    """A straight mark opens unless it marks inches or stands before a space."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isdigit() and bool(after) and not after.isspace()


def _straight_close(text: str, at: int) -> int:
    close = text.find('"', at + 1)
    while close >= 0 and text[close - 1].isspace() and text[close + 1 : close + 2].isalnum():
        close = text.find('"', close + 1)
    return close


def _paired_close(text: str, at: int) -> int:
    """Where the mark is closed, with the same marks nested in it; straight or mixed marks close it too."""
    opening, closing = text[at], _PAIRS[text[at]]
    depth = 0
    for place in range(at, len(text)):
        if text[place] == opening and opening not in closing:
            depth += 1
        elif text[place] in closing and place > at:
            depth -= 1
            if depth <= 0:
                return place
    if depth > 1:  # one mark of a nested pair is missing: the first closing one will do
        return next((place for place in range(at + 1, len(text)) if text[place] in closing), -1)
    if opening == "“":
        return text.find('"', at + 1)
    return -1


def _singles(text: str) -> list[tuple[int, int, bool]]:
    return [(*match.span(), True) for match in _SINGLE.finditer(text)]
