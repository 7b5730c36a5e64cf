"""Names with digits in them, such as Bill C-18, A320 or Q3: no figures, but a digit changes what they name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from nutgraf.evidence.readings import Figure

_TOKEN = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_DIGITS = re.compile(r"\d+")
_ENDING = re.compile(r"(?<=\d)[^\W\d_A-Z]+\Z")
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Designation:
    """A name with digits in it, and where it stands."""

    text: str
    shape: str
    """Its letters, with a mark for each number: `C-18` and `C-81` have one shape."""
    numbers: tuple[str, ...]
    start: int
    end: int


def designations(text: str, figures: Iterable[Figure]) -> Iterator[Designation]:
    """Every name of a text that has digits and a capital letter, as far as no figure was read in it."""
    read = [(figure.start, figure.end) for figure in figures]
    at = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while at < len(read) and read[at][1] <= start:
            at += 1
        if at < len(read) and read[at][0] <= start:
            continue
        if at < len(read) and read[at][0] < end:
            end = read[at][0]  # A220 of A220-300
        written = text[start:end].rstrip("-\u2010\u2011")
        if len(written) > _LONGEST or written.lower() == written or not _DIGITS.search(written):
            continue
        name = _ENDING.sub("", written)  # F-35s are F-35
        shape = _DIGITS.sub("#", _HYPHEN.sub("", name)).casefold()
        yield Designation(written, shape, tuple(_DIGITS.findall(name)), start, start + len(written))


Names = Mapping[str, Mapping[tuple[str, ...], Designation]]
"""The names of a text by shape, and those of one shape by their digits."""


def names_in(text: str, figures: Iterable[Figure]) -> Names:
    """The names of a text, to be asked for."""
    found: dict[str, dict[tuple[str, ...], Designation]] = {}
    for it in designations(text, figures):
        found.setdefault(it.shape, {}).setdefault(it.numbers, it)
    return found


def contradicted(
    claimed: Collection[Designation], held: Collection[Names]
) -> Iterator[tuple[Designation, Designation]]:
    """Each claimed name that isn't held, with a held one that differs from it in its digits only and isn't claimed.

    A name that a text doesn't hold in any form is left alone: a source need not name COVID-19 for a sentence to.
    """
    names = {(it.shape, it.numbers) for it in claimed}
    for claim in claimed:
        alike = [names_of_text[claim.shape] for names_of_text in held if claim.shape in names_of_text]
        if not any(claim.numbers in it for it in alike):
            others = (it for group in alike for it in group.values() if (it.shape, it.numbers) not in names)
            yield from ((claim, other) for other in islice(others, 1))
