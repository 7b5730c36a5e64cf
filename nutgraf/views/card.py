"""Wraps a headline for the picture that social networks show beside a link (Open Graph, 1200 by 630).

The picture's font has Latin, Greek and Cyrillic letters; a headline in another script gets no picture.
"""

from __future__ import annotations

import unicodedata

MOST_LINES = 4
LINE_WIDTH = 23.0
"""In lower-case letters, at the size that the template draws them."""

_NARROW, _WIDE = frozenset("fijlrtI.,:;!'|()[]\u2019\u2018 "), frozenset("mwMWQOGDHNU@%&\u2014\u2026")
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")


def card_lines(headline: str) -> tuple[str, ...]:
    """The headline in at most four lines, the last cut short if need be; nothing when the font can't draw it."""
    if not all(_can_be_drawn(character) for character in headline):
        return ()
    lines: list[str] = []
    for word in headline.split():
        if lines and _width(f"{lines[-1]} {word}") <= LINE_WIDTH:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} \u2026"]
    return tuple(lines)


def _can_be_drawn(character: str) -> bool:
    return not character.isalpha() or unicodedata.name(character, "").startswith(_SCRIPTS)


def _width(text: str) -> float:
    """Roughly how wide a bold serif sets the text, a lower-case letter being one."""
    return sum(0.6 if it in _NARROW else 1.5 if it in _WIDE else 1.25 if it.isupper() else 1.0 for it in text)
