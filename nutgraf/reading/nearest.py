"""Finds the known word nearest to a mistyped one, for hints."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None when none is like it."""
    import difflib  # 11 ms that only a mistake should cost

    matches = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """`did you mean X?`, or the other words when nothing is near."""
    match = nearest(word, known)
    return f"did you mean {match}?" if match else otherwise
