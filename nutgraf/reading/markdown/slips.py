"""Finds citations typed without their brackets or their @ among a passage's words: `(@gauge)`, `@gauge`, `[gauge]`.

Every pattern here runs in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from nutgraf.model.prose import Passage

# Letters, digits, hyphens, and the signs of every script that stand on letters: all but spaces and punctuation.
_ID = r"[^\s\x00-,./:-@\[-`{-\x7f«»\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]++"
_SLIP = re.compile(
    rf"""
      (?<! \] ) \( [ ]? @ (?P<round> {_ID} ) [ ]? \)
    | (?<! [\w@/=+\\-] ) @ (?P<bare> {_ID} ) (?! @ | [./]\w )
    | (?<! [\]!] ) \[ (?P<square> {_ID} ) (?P<pin> [ ]+ ["“] [^"“”\[\]\n]*+ ["”] )? \] (?! [(\[] )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Slip:
    """What was typed and where in the passage, and the citation that was meant."""

    written: str
    meant: str
    start: int


def slips(passage: Passage, known: Collection[str]) -> Iterator[Slip]:
    """The mistyped citations of the sources with these ids, in order.

    The words of a link, and what stands behind a backslash, were meant to be shown.
    """
    for match in _SLIP.finditer(passage.text):
        source, start = match["round"] or match["bare"] or match["square"], match.start()
        is_meant = start in passage.escaped or any(first <= start < end for first, end in passage.links)
        if source in known and not is_meant:
            yield Slip(match[0], f"[@{source}{match['pin'] or ''}]", start)
