"""The passage of a source most like some words that don't stand in it, for the hint that helps to mend them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from nutgraf.evidence.folding import fold
from nutgraf.evidence.units import UNSPACED

_TOKEN = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
_COMPARED = 60
_MOST_TRIED = 500
_LIKE = 0.5
"""The least share of words in common, as difflib counts it, that makes a passage worth showing."""


@dataclass(frozen=True, slots=True)
class Near:
    """The passage of a source most like some words, and where the two part: words there, and words here."""

    passage: str
    differences: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WordIndex:
    """The words of a text as they are compared, where each stands, and at which numbers each word comes."""

    text: str
    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    numbers: Mapping[str, Sequence[int]]

    def word(self, number: int) -> str:
        """One word with its signs."""
        return self.text[slice(*self.spans[number])]

    def stretch(self, first: int, behind: int) -> str:
        """The text from one word to just behind another."""
        if first >= behind:
            return ""
        return " ".join(self.text[self.spans[first][0] : self.spans[behind - 1][1]].split())


def nearest_passage(exact: str, there: WordIndex) -> Near | None:
    """The passage of a text most like the exact words, or None when nothing in it is like them."""
    from difflib import SequenceMatcher  # 11 ms that only a mistake should cost

    here = word_index(exact, _COMPARED)
    anchor = _longest_run(here, there)
    if anchor is None:
        return None
    # One word more than the pin has at either end, so that a word too many or too few shows.
    start = max(0, anchor - 1)
    window = there.keys[start : anchor + len(here.keys) + 1]
    matcher = SequenceMatcher(None, window, here.keys, autojunk=False)
    if matcher.ratio() < _LIKE:
        return None
    codes = _trimmed(list(matcher.get_opcodes()))
    differences = tuple(
        (_bare(there.stretch(start + a1, start + a2)), _bare(here.stretch(b1, b2)))
        for tag, a1, a2, b1, b2 in codes
        if tag != "equal"
    ) or tuple(_in_signs(here, there, start, codes))
    passage = there.stretch(start + codes[0][1], start + codes[-1][2])
    return Near(_bare(passage) or passage, differences)


Opcode = tuple[str, int, int, int, int]


def _in_signs(here: WordIndex, there: WordIndex, start: int, codes: list[Opcode]) -> Iterator[tuple[str, str]]:
    """The words that are the same but for their signs and capitals, as each is written."""
    numbers = [(start + a1 + number, b1 + number) for _, a1, a2, b1, _ in codes for number in range(a2 - a1)]
    for at, (one, other) in enumerate(numbers):
        written, wanted = there.word(one), here.word(other)
        # At its ends a pin may leave out signs that the source has there.
        left = fold(written)[-len(fold(wanted)) :] if at == 0 else fold(written)
        right = left[: len(fold(wanted))] if at == len(numbers) - 1 else left
        if right != fold(wanted):
            yield written, wanted


def _trimmed(codes: list[Opcode]) -> list[Opcode]:
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


def word_index(text: str, most: int | None = None) -> WordIndex:
    """The words of a text, or the first of them."""
    spans = tuple(match.span() for match in islice(_TOKEN.finditer(text), most))
    written = [text[start:end] for start, end in spans]
    known = {word: _key(word) for word in dict.fromkeys(written)}
    keys = tuple(known[word] for word in written)
    numbers: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        numbers.setdefault(key, []).append(number)
    return WordIndex(text, keys, spans, numbers)


def _longest_run(here: WordIndex, there: WordIndex) -> int | None:
    """Where in the other text these words would begin if the longest run that they share stood in its place.

    Rare words are tried first, and no more of them than a hint is worth.
    """
    shared = sorted((key for key in here.numbers if key in there.numbers), key=lambda key: len(there.numbers[key]))
    pairs = ((one, other) for key in shared for other in there.numbers[key] for one in here.numbers[key])
    longest, begins = 0, None
    for one, other in islice(pairs, _MOST_TRIED):
        length = _shared_before(one, here, other, there) + _shared_from(one, here, other, there)
        if length > longest:
            longest, begins = length, other - one
    return begins


def _shared_from(one: int, here: WordIndex, other: int, there: WordIndex) -> int:
    pairs = zip(here.keys[one:], there.keys[other : other + len(here.keys)], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _shared_before(one: int, here: WordIndex, other: int, there: WordIndex) -> int:
    pairs = zip(here.keys[:one][::-1], there.keys[max(0, other - one) : other][::-1], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _key(word: str) -> str:
    """A word as it is compared: folded, in lower case, without punctuation but with its per cent or currency sign."""
    return _bare(fold(word).lower()) or word


def _bare(words: str) -> str:
    return words.strip(".,;:!?'()[]\"\u2018\u2019\u201c\u201d\u00ab\u00bb ")
