"""Looks exact words up in a source's text, and finds the passage most like them when they aren't there.

A pin is a TextQuoteSelector's `exact` (W3C Web Annotation): whole words, in one form of typography. It may join
passages with an ellipsis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.evidence.folding import fold

_ELLIPSIS = re.compile(r"\s*(?:[\[(]\s*(?:\u2026|\.\.\.)\s*[\])]|\u2026|\.\.\.)\s*")
_INSERTION = re.compile(r"\s*\[[^\]]*\]\s*")
_HAN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_NUMBER_EDGE = re.compile(r"[.,]?\d|[%‰\u066a]")
_NUMBER_BEFORE = re.compile(r"(?:\d[.,]?|[$€£¥₹])$")
_COMPARED_WORDS = 60
_LIKE = 0.5
"""The least share of words in common, as difflib counts it, that makes a passage worth showing."""


@dataclass(frozen=True, slots=True)
class Near:
    """The passage of a source most like some words, and where the two part: words there, and words here."""

    passage: str
    differences: tuple[tuple[str, str], ...]


def occurrences(exact: str, folded: str) -> int:
    """How often the exact words stand in a folded text; passages joined by an ellipsis count once, in order."""
    parts = [fold(part) for part in _ELLIPSIS.split(exact) if part.strip()]
    if not parts:
        return 0
    if len(parts) == 1:
        return len(_places(parts[0], folded))
    at = 0
    for part in parts:
        following = [place for place in _places(part, folded) if place >= at]
        if not following:
            return 0
        at = following[0] + len(part)
    return 1


def holds_quotation(quoted: str, folded: str) -> bool:
    """Whether what stands between quotation marks stands in a folded text.

    A comma or full stop before the closing mark, the case of the first letter, and words inserted in square brackets
    are the writer's own.
    """
    words = _INSERTION.sub(" \u2026 ", quoted).strip()
    if occurrences(words, folded):
        return True
    trimmed = words.rstrip(".,;:!?\u2026 ")
    return bool(trimmed) and (occurrences(trimmed, folded) > 0 or occurrences(_other_case(trimmed), folded) > 0)


def _other_case(words: str) -> str:
    return words[:1].swapcase() + words[1:]


def _places(part: str, folded: str) -> list[int]:
    places = []
    start = folded.find(part)
    while start >= 0:
        if _is_whole(folded, start, start + len(part)):
            places.append(start)
        start = folded.find(part, start + 1)
    return places


def _is_whole(folded: str, start: int, end: int) -> bool:
    """Whether the stretch cuts through no word, and parts no number from its digits or its sign."""
    first, last = folded[start], folded[end - 1]
    before, after = folded[:start][-1:], folded[end : end + 1]
    if _joined(before, first) or _joined(last, after):
        return False
    if last.isdigit() and _NUMBER_EDGE.match(folded, end):
        return False
    return not (first.isdigit() and _NUMBER_BEFORE.search(folded, max(0, start - 2), start))


def _joined(left: str, right: str) -> bool:
    if not (left.isalnum() and right.isalnum()):
        return False
    return not (_HAN.match(left) or _HAN.match(right))


def nearest_passage(exact: str, text: str) -> Near | None:
    """The passage of the text most like the exact words, or None when nothing in it is like them."""
    from difflib import SequenceMatcher  # 11 ms that only a mistake should cost

    wanted, held = exact.split()[:_COMPARED_WORDS], text.split()
    wanted_keys, held_keys = [_key(word) for word in wanted], [_key(word) for word in held]
    anchor = SequenceMatcher(None, held_keys, wanted_keys, autojunk=False).find_longest_match()
    if anchor.size == 0:
        return None
    start = max(0, anchor.a - anchor.b - 1)
    end = min(len(held), anchor.a - anchor.b + len(wanted) + 1)
    window = SequenceMatcher(None, held_keys[start:end], wanted_keys, autojunk=False)
    if window.ratio() < _LIKE:
        return None
    codes = list(window.get_opcodes())
    while codes and codes[0][0] == "delete":
        codes.pop(0)
    while codes and codes[-1][0] == "delete":
        codes.pop()
    # At either end only as many words of the source count as differ from the pin's own.
    edge = codes[-1]
    last = min(edge[2], edge[1] + edge[4] - edge[3]) if edge[0] == "replace" else edge[2]
    first = max(codes[0][1], codes[0][2] - codes[0][4] + codes[0][3]) if codes[0][0] == "replace" else codes[0][1]
    there, here = held[start + first : start + last], wanted
    differences = tuple(
        (" ".join(there[max(a1 - first, 0) : a2 - first]), " ".join(here[b1:b2]))
        for tag, a1, a2, b1, b2 in codes
        if tag != "equal"
    )
    return Near(" ".join(there), differences)


def _key(word: str) -> str:
    """A word as it is compared: folded, in lower case, without punctuation but with its per cent or currency sign."""
    return fold(word).lower().strip(".,;:!?'()[]") or word
