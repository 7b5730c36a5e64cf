"""figure: every figure of a number, an event's title, a key point or a cited paragraph stands in what it rests on.

That is the pinned words or, where a citation pins none, the whole source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nutgraf.evidence.claims import Claim
from nutgraf.evidence.designations import contradicted, designations
from nutgraf.evidence.figures import claimed_figures, find_figures
from nutgraf.evidence.folding import fold
from nutgraf.evidence.holdings import Holding, Likest
from nutgraf.evidence.library import Library
from nutgraf.evidence.lookup import holds_quotation
from nutgraf.evidence.readings import Figure
from nutgraf.evidence.verdicts import Finding, needs_text
from nutgraf.model.problems import Place

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a claim rests on: some words and the figures in them."""

    name: str
    words: str
    holding: Holding


def judge_figures(claim: Claim, library: Library) -> Iterator[Finding]:
    """A finding for each figure that isn't in what the claim rests on, and each name in which a digit is another."""
    figures = claimed_figures(claim.wording.text, claim.lang)
    unread = [it.source for it in claim.cites if it.quote is None and library.text_of(it.source) is None]
    yield from _names(claim, figures, unread, library)
    in_words = claim.kind == "number" and not any(figure.start < len(claim.value) for figure in figures)
    if not claim.cites or not (figures or in_words):
        return
    ground = tuple(_ground(claim, library))
    looked_in = [it.name for it in ground]
    if in_words:
        text = claim.wording.text
        if not any(holds_quotation(text, fold(it.words)) for it in ground):
            yield _missing(text, claim.at, unread, looked_in, _IN_WORDS)
    missing = [figure for figure in figures if not any(it.holding.bears_out(figure) for it in ground)]
    if not missing:
        return
    likest = Likest(claim.wording.text, (it.holding for it in ground), _SHOWN)
    for figure in missing:
        at = claim.wording.place(figure.start, figure.end)
        hint = _elsewhere(figure, claim, library) or _figures_near(figure, likest)
        yield _missing(figure.text, at, unread, looked_in, hint)


def _names(claim: Claim, figures: Iterable[Figure], unread: list[str], library: Library) -> Iterator[Finding]:
    """Names are looked up in the whole source, since a pin need not name what its source is about."""
    sources = tuple(dict.fromkeys(cite.source for cite in claim.cites))
    texts = [text for text in map(library.text_of, sources) if text is not None]
    named = tuple(designations(claim.wording.text, figures))
    held = [text.names for text in texts] if named else []
    for name, other in contradicted(named, held):
        at = claim.wording.place(name.start, name.end)
        yield _missing(name.text, at, unread, sources, f"{other.text} does")


_IN_WORDS = "write value and unit in the words of the source, or the value in digits where the source has digits"


def _ground(claim: Claim, library: Library) -> Iterator[_Ground]:
    for cite in claim.cites:
        text = library.text_of(cite.source)
        if cite.quote is not None:
            holding = Holding(cite.quote, find_figures(cite.quote, library.lang_of(cite.source)))
            yield _Ground(f"the words pinned in {cite.source}", cite.quote, holding)
        elif text is not None:
            yield _Ground(cite.source, text.plain, text.holding)


def _missing(words: str, at: Place, unread: list[str], looked_in: Iterable[str], hint: str) -> Finding:
    if unread:
        message = f"{words} can't be checked: {unread[0]} has no text"
        hint = needs_text(unread[0])
        return Finding(code="figure", result="unchecked", at=at, message=message, hint=hint)
    where = " or ".join(dict.fromkeys(looked_in))
    return Finding(code="figure", result="not found", at=at, message=f"{words} doesn't stand in {where}", hint=hint)


def _elsewhere(figure: Figure, claim: Claim, library: Library) -> str | None:
    """What to do about a figure that a source holds, but not in the words pinned in it."""
    for source in dict.fromkeys(cite.source for cite in claim.cites if cite.quote is not None):
        text = library.text_of(source)
        if text is not None and text.holding.bears_out(figure):
            return f"it stands elsewhere in {source}: pin those words as well"
    return None


def _figures_near(figure: Figure, likest: Likest) -> str:
    """The figures that the ground does hold, the likeliest first: of one number or unit, or among like words."""
    best = likest.to(figure)
    if not best:
        return "there are no figures there"
    if likest.count > len(best):
        return f"of the {likest.count} figures there, the nearest are {', '.join(best)}"
    return f"the figures there are {', '.join(best)}"
