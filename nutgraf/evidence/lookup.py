"""Looks exact words up in a source's text.

A pin is a TextQuoteSelector's `exact` (W3C Web Annotation): whole words, in one form of typography. It may join
passages with an ellipsis.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from nutgraf.evidence.folding import fold
from nutgraf.evidence.scales import has_scale_behind
from nutgraf.evidence.units import has_sign_behind, sign_before

_ELLIPSIS = r"[\[(]\s*(?:\u2026|\.{3,})\s*[\])]|\u2026|\.{3,}"
_JOINT = re.compile(f"(?P<ellipsis>{_ELLIPSIS})")
_INSERTION = r"\[[^\[\]]*\]"
_JOINT_OR_INSERTION = re.compile(rf"(?P<ellipsis>{_ELLIPSIS})|{_INSERTION}")
_MOST_PARTS = 20
_STOPS = ".,;:\u2026 "
_CLOSING = ("'", "\u2019", '"', "\u201d")
_CHANGED_LETTER = re.compile(r"\[(\w)\](?=\w)")
_INSERTION_REACH = 40
"""How many letters of the source an insertion in square brackets may replace."""
_ELLIPSIS_NEAR = 30
_NEGATION = re.compile(
    r"(?<!\w)(?:no|not|never|nor|none|nobody|nothing|neither|without|cannot|hardly|scarcely|barely|rarely|seldom"
    r"|refus\w+|den(?:y|ie[sd]|ying)|fail(?:s|ed|ing)?|ne|pas|jamais|aucune?|guère|sans|nicht|kein\w*|nie|kaum)"
    r"(?!\w)|n't(?!\w)|(?<!\w)n'|[不没沒未]",
    re.IGNORECASE,
)

_HAN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_NUMBER_EDGE = re.compile(r"[.,]?\d")
_NUMBER_BEFORE = re.compile(r"\d[.,]?\Z")
# In French the thousands of 3 450 stand apart.
_GROUP_EDGE = re.compile(r" \d{3}(?!\d)")
_GROUP = re.compile(r"\d{3}(?!\d)")
_GROUP_BEFORE = re.compile(r"(?<!\d)\d{1,3} \Z")
_GROUP_BEHIND = re.compile(r"(?<!\d)\d{1,3}\Z")
_MINUS_BEFORE = re.compile(r"(?:\A|[ (])-\Z")
_MONEY = "$\u20ac\u00a3\u00a5\u20b9"
_CONTRACTION = re.compile(r"'(?:t|ve|re|ll|d|m)(?!\w)", re.IGNORECASE)
_PREFIX = re.compile(
    r"(?<!\w)(?:(?:non|anti|un|ex|counter|pseudo|quasi|co|de|re|sub|semi|mis|dis)-|n')\Z", re.IGNORECASE
)
_WINDOW = 10


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the passages that some exact words join."""

    words: str
    is_near: bool
    """Whether it must follow the part before it closely, with no negation between."""


def occurrences(exact: str, folded: str) -> int:
    """How often the exact words stand in a folded text; passages joined by an ellipsis count once, in order."""
    return _count(_parts(exact, _JOINT), folded)


def holds_quotation(quoted: str, folded: str) -> bool:
    """Whether what stands between quotation marks stands in a folded text.

    A comma or full stop before the closing mark, the case of the first letter, and words inserted in square brackets
    are the writer's own, unless they deny what the source says.
    """
    if any(_NEGATION.search(words) for words in re.findall(_INSERTION, quoted)):
        return False
    for words in (_CHANGED_LETTER.sub(r"\1", quoted), _CHANGED_LETTER.sub(lambda it: it[1].swapcase(), quoted)):
        trimmed = words.strip().rstrip(_STOPS)
        if trimmed[-1:] in _CLOSING:
            trimmed = trimmed[:-1].rstrip(_STOPS) + trimmed[-1:]
        for form in (words, trimmed, trimmed[:1].swapcase() + trimmed[1:]):
            if _count(_parts(form, _JOINT_OR_INSERTION), folded):
                return True
    return False


def whole_of(exact: str, folded: str) -> str | None:
    """The whole words and numbers that the exact words cut, where they stand in a folded text only so; else None."""
    words = fold(exact)
    start = folded.find(words) if words and not occurrences(exact, folded) else -1
    if start < 0:
        return None
    first, end = folded.rfind(" ", 0, start) + 1, start + len(words)
    last = folded.find(" ", end + (words[-1].isdigit() and folded[end : end + 1] == " "))
    return folded[first : last if last >= 0 else len(folded)].strip(".,;:'")


def _parts(exact: str, joint: re.Pattern[str]) -> Iterator[_Part]:
    at, is_near = 0, False
    for match in (*joint.finditer(exact), None):
        words = fold(exact[at : match.start() if match else len(exact)])
        if words:
            yield _Part(words, is_near)
            is_near = False
        if match:
            at, is_near = match.end(), is_near or match["ellipsis"] is None


def _count(joined: Iterator[_Part], folded: str) -> int:
    parts = list(islice(joined, _MOST_PARTS + 1))
    if not parts or len(parts) > _MOST_PARTS:
        return 0
    places = _places(parts[0].words, folded)
    if len(parts) == 1:
        return len(places)
    ends = [place + len(parts[0].words) for place in places]
    for part in parts[1:]:
        ends = [
            place + len(part.words) for place in _places(part.words, folded) if _is_joined(ends, place, part, folded)
        ]
    return int(bool(ends))


def _is_joined(ends: list[int], place: int, part: _Part, folded: str) -> bool:
    """Whether a part may stand at that place, behind the nearest end of the part before it."""
    number = bisect_right(ends, place)
    if not number:
        return False
    skipped = folded[ends[number - 1] : place]
    if part.is_near:
        return len(skipped) <= _INSERTION_REACH and not _NEGATION.search(skipped)
    return len(skipped) > _ELLIPSIS_NEAR or not _NEGATION.search(skipped)


def _places(part: str, folded: str) -> list[int]:
    places = []
    start = folded.find(part)
    while start >= 0:
        if _is_whole(folded, start, start + len(part)):
            places.append(start)
        start = folded.find(part, start + 1)
    return places


def _is_whole(folded: str, start: int, end: int) -> bool:
    """Whether the stretch cuts through no word, and parts no number from its digits, its sign or its scale."""
    return not (_cuts_before(folded, start) or _cuts_behind(folded, end))


def _cuts_before(folded: str, start: int) -> bool:
    first, before = folded[start], folded[max(0, start - _WINDOW) : start]
    if _are_one_word(before[-1:], first):
        return True
    if _GROUP.match(folded, start) and _GROUP_BEFORE.search(before):
        return True
    if first.isdigit():
        return bool(_NUMBER_BEFORE.search(before) or _MINUS_BEFORE.search(before) or sign_before(folded, start))
    if first in _MONEY:
        return before[-1:].isalpha() or _MINUS_BEFORE.search(before) is not None
    return first.isalpha() and _PREFIX.search(before) is not None


def _cuts_behind(folded: str, end: int) -> bool:
    last = folded[end - 1]
    if _are_one_word(last, folded[end : end + 1]):
        return True
    if _GROUP_EDGE.match(folded, end) and _GROUP_BEHIND.search(folded, max(0, end - _WINDOW), end):
        return True
    if last.isdigit():
        goes_on = has_sign_behind(folded, end) or has_scale_behind(folded, end)
        return goes_on or _NUMBER_EDGE.match(folded, end) is not None
    return last.isalpha() and _CONTRACTION.match(folded, end) is not None


def _are_one_word(left: str, right: str) -> bool:
    if not (left and right and _in_word(left) and _in_word(right)):
        return False
    return not (_HAN.match(left) or _HAN.match(right))


def _in_word(character: str) -> bool:
    """Whether it is a letter, a digit, or a mark that belongs to one."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"
