"""The passage of a source most like some words that don't stand in it, for the hint that helps to mend them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.evidence.folding import fold
from nutgraf.evidence.units import UNSPACED

_TOKEN = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
_COMPARED = 60
_LIKE = 0.5
"""The least share of words in common, as difflib counts it, that makes a passage worth showing."""


@dataclass(frozen=True, slots=True)
class Near:
    """The passage of a source most like some words, and where the two part: words there, and words here."""

    passage: str
    differences: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text as they are compared, and where each stands."""

    text: str
    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def stretch(self, first: int, behind: int) -> str:
        """The text from one word to just behind another."""
        if first >= behind:
            return ""
        return " ".join(self.text[self.spans[first][0] : self.spans[behind - 1][1]].split())


def nearest_passage(exact: str, text: str) -> Near | None:
    """The passage of the text most like the exact words, or None when nothing in it is like them."""
    from difflib import SequenceMatcher  # 11 ms that only a mistake should cost

    here, there = _words(exact, _COMPARED), _words(text)
    anchor = SequenceMatcher(None, there.keys, here.keys, autojunk=False).find_longest_match()
    if anchor.size == 0:
        return None
    # One word more than the pin has at either end, so that a word too many or too few shows.
    start = max(0, anchor.a - anchor.b - 1)
    window = there.keys[start : anchor.a - anchor.b + len(here.keys) + 1]
    matcher = SequenceMatcher(None, window, here.keys, autojunk=False)
    if matcher.ratio() < _LIKE:
        return None
    codes = _trimmed(list(matcher.get_opcodes()))
    differences = tuple(
        (_bare(there.stretch(start + a1, start + a2)), _bare(here.stretch(b1, b2)))
        for tag, a1, a2, b1, b2 in codes
        if tag != "equal"
    )
    passage = there.stretch(start + codes[0][1], start + codes[-1][2])
    return Near(_bare(passage) or passage, differences)


Code = tuple[str, int, int, int, int]


def _trimmed(codes: list[Code]) -> list[Code]:
    """The codes without what only the source has at either end."""
    while codes[0][0] == "delete":
        codes.pop(0)
    while codes[-1][0] == "delete":
        codes.pop()
    tag, a1, a2, b1, b2 = codes[-1]
    if tag == "replace":
        codes[-1] = (tag, a1, min(a2, a1 + b2 - b1), b1, b2)
    tag, a1, a2, b1, b2 = codes[0]
    if tag == "replace":
        codes[0] = (tag, max(a1, a2 - b2 + b1), a2, b1, b2)
    return codes


def _words(text: str, most: int | None = None) -> _Words:
    spans = [match.span() for match in _TOKEN.finditer(text)][:most]
    return _Words(text, tuple(_key(text[start:end]) for start, end in spans), tuple(spans))


def _key(word: str) -> str:
    """A word as it is compared: folded, in lower case, without punctuation but with its per cent or currency sign."""
    return _bare(fold(word).lower()) or word


def _bare(words: str) -> str:
    return words.strip(".,;:!?'()[]\"\u2018\u2019\u201c\u201d\u00ab\u00bb ")
