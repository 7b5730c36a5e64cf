"""Finds the known word nearest to a mistyped one, and lists words, for messages."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest

CONTENDERS = 20
"""How many words are compared letter by letter; that is slow, and a site may have thousands of ids."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None when none is like it; capitals make no difference."""
    import difflib  # 11 ms that only a mistake should cost

    wanted = _pairs(word.casefold())
    contenders = nlargest(CONTENDERS, sorted(known), key=lambda it: len(wanted & _pairs(it.casefold())))
    folded = {it.casefold(): it for it in reversed(contenders)}
    matches = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """`did you mean X?`, or the other words when nothing is near."""
    match = nearest(word, known)
    return f"did you mean {match}?" if match else otherwise


def listed(names: Iterable[str], word: str = "and") -> str:
    """Names in a row, as in `index.md and about.md`."""
    *others, last = names
    return f"{', '.join(others)} {word} {last}"


def _pairs(word: str) -> set[str]:
    """Each two letters that stand side by side, the word's ends among them."""
    return {first + second for first, second in zip(f" {word}", f"{word} ", strict=True)}
