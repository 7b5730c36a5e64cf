"""coverage: every event, number and key point names a source, and so does a factual paragraph with evidence in it."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.claims import Claim
from nutgraf.evidence.library import Library
from nutgraf.evidence.verdicts import Finding, needs_text


def judge_unread(claim: Claim, library: Library) -> Iterator[Finding]:
    """A finding when none of the sources that a claim names has a text to look anything up in."""
    if not claim.cites or any(library.text_of(cite.source) for cite in claim.cites):
        return
    source = claim.cites[0].source
    message = f"this {claim.kind} can't be checked: {source} has no text"
    hint = needs_text(source)
    yield Finding(code="coverage", result="unchecked", at=claim.at, message=message, hint=hint)


def judge_coverage(claim: Claim) -> Iterator[Finding]:
    """A finding when a claim that must cite doesn't."""
    if not claim.must_cite or claim.cites:
        return
    if claim.kind == "paragraph":
        message = "this paragraph holds a figure or a quotation and cites no source"
        hint = 'add [@source-id "exact words"], or mark the section {kind=analysis} if it is one'
    else:
        message = f"this {claim.kind} names no source"
        hint = "add sources: with the id of a file in content/sources/"
    yield Finding(code="coverage", result="not found", at=claim.at, message=message, hint=hint)
