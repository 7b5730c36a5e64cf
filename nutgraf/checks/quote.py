"""quote: pinned words, and words between quotation marks in a text that cites, stand in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nutgraf.evidence.claims import Claim
from nutgraf.evidence.folding import fold, width
from nutgraf.evidence.library import Library, SourceText
from nutgraf.evidence.likeness import Near, nearest_passage
from nutgraf.evidence.lookup import whole_of
from nutgraf.evidence.quotations import Quotation, quotations, without_name
from nutgraf.evidence.verdicts import Finding, Result, needs_text
from nutgraf.locales.pick import primary
from nutgraf.model.problems import Place
from nutgraf.model.prose import Cite

SHORTEST_PIN = 12
"""Letters after folding; a shorter pin could stand anywhere."""
LONGEST_SHOWN = 200
MOST_SHOWN = 3
_MARKS = "'\"\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"


def pin_result(source_id: str, pin: str, library: Library) -> Result:
    """Whether the pinned words stand in the source."""
    text = library.text_of(source_id)
    if text is None:
        return "unchecked"
    return "found" if text.times(pin) else "not found"


def judge_quotes(claim: Claim, library: Library) -> Iterator[Finding]:
    """Findings on a claim's own pins and on the quotations in its text."""
    for cite in claim.cites:
        if cite.quote is not None:
            yield from _pin(cite, cite.quote, library)
    if claim.kind != "number" and claim.cites:
        found = quotations(claim.wording.text)
        for quotation in found:
            yield from _quotation(quotation, claim, library)
        if claim.wording.is_block_quote and not found:
            yield from _block(without_name(claim.wording.text), claim, library)


def _block(block: Quotation, claim: Claim, library: Library) -> Iterator[Finding]:
    """Only warnings: what is set apart with `>` needn't be meant as a quotation."""
    for finding in _quotation(block, claim, library, "block quotation"):
        yield replace(finding, result="found") if finding.result == "not found" else finding


def _pin(cite: Cite, pin: str, library: Library) -> Iterator[Finding]:
    text = library.text_of(cite.source)
    if text is None:
        yield _unchecked(cite.at, cite.source, "these pinned words")
        return
    times = text.times(pin)
    if times == 0:
        message = f"these words don't stand in {cite.source}"
        yield Finding(
            code="quote", result="not found", at=cite.at, message=message, hint=_nearest(pin, [text], library)
        )
    elif times > 1:
        message = f"these words stand {times} times in {cite.source}"
        yield Finding(code="quote", result="found", at=cite.at, message=message, hint="pin a few words more")
    if times and width(fold(pin)) < SHORTEST_PIN:
        message = "this pin is very short"
        hint = f"pin at least {SHORTEST_PIN} letters, so that it can be found in one place only"
        yield Finding(code="quote", result="found", at=cite.at, message=message, hint=hint)


def _quotation(quotation: Quotation, claim: Claim, library: Library, what: str = "quotation") -> Iterator[Finding]:
    sources = list(dict.fromkeys(cite.source for cite in claim.cites))
    texts = [text for text in map(library.text_of, sources) if text is not None]
    if any(text.holds(quotation.text) for text in texts):
        return
    at = claim.wording.place(quotation.start, quotation.end)
    if len(texts) < len(sources):
        yield _unchecked(at, next(it for it in sources if library.text_of(it) is None), f"this {what}")
    elif all(primary(text.lang) != primary(claim.lang) for text in texts):
        hint = f"put {texts[0].lang} words into a pin, and their translation into the sentence without quotation marks"
        yield Finding(code="quote", result="unchecked", at=at, message=f"this {what} is a translation", hint=hint)
    else:
        message = f"this {what} doesn't stand in {' or '.join(sources)}"
        yield Finding(
            code="quote", result="not found", at=at, message=message, hint=_nearest(quotation.text, texts, library)
        )


def _unchecked(at: Place, source: str, what: str) -> Finding:
    message = f"{what} can't be checked: {source} has no text"
    hint = needs_text(source)
    return Finding(code="quote", result="unchecked", at=at, message=message, hint=hint)


def _nearest(words: str, texts: list[SourceText], library: Library) -> str:
    for text in texts:
        whole = whole_of(words, text.folded)
        if whole is not None:
            return f'the source has "{_shortened(whole)}": cut no word short, and no number off its sign or scale'
        if text.times(words.strip().strip(_MARKS)):
            return "leave the quotation marks off: they are not in the source"
    other = next((it for it in library.texts() if it not in texts and (it.times(words) or it.holds(words))), None)
    if other is not None:
        return f"{other.source.id} has these words: cite that"
    found = [near for text in texts if (near := nearest_passage(words, text.words))]
    if not found:
        return "nothing in the source is like them"
    best = max(found, key=lambda near: len(near.passage))
    return f'the source has "{_shortened(best.passage)}"{_differences(best)}'


def _shortened(passage: str) -> str:
    if len(passage) <= LONGEST_SHOWN:
        return passage
    return f"{passage[:LONGEST_SHOWN].rpartition(' ')[0] or passage[:LONGEST_SHOWN]} …"


def _differences(near: Near) -> str:
    if not near.differences:
        return ", but not in just these letters and signs"
    listed = [f"there {_words(there)}, here {_words(here)}" for there, here in near.differences[:MOST_SHOWN]]
    return f": {'; '.join(listed)}"


def _words(words: str) -> str:
    return f'"{_shortened(words)}"' if words else "nothing"
