"""coverage: every event, number and key point names a source, and so does a factual paragraph with evidence in it."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.claims import Claim
from nutgraf.evidence.verdicts import Finding


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
