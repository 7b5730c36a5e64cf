"""What checking a claim against its sources came to: found, not found, or unchecked, never only two of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from nutgraf.evidence.claims import Claim
from nutgraf.model.problems import Place

Result = Literal["found", "not found", "unchecked"]
CheckCode = Literal["coverage", "quote", "figure", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that checking a claim brought up."""

    code: CheckCode
    result: Result
    """`found` for what stands in the source but could be pinned better."""
    at: Place
    message: str
    hint: str = ""


def needs_text(source_id: str) -> str:
    """The hint for what can't be checked without the text of that source."""
    return f"put the text of the source below the front matter of content/sources/{source_id}.md"


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim and what checking it brought up."""

    claim: Claim
    findings: tuple[Finding, ...]

    @property
    def result(self) -> Result:
        """The worst of its findings; a claim without a source is not found, one without a complaint is."""
        results = {finding.result for finding in self.findings}
        if "not found" in results:
            return "not found"
        return "unchecked" if "unchecked" in results else "found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Every claim of a site, judged, and every pin."""

    judged: tuple[Judged, ...]
    pins: Mapping[tuple[str, str], Result]
    """By the source's own id and the pinned words; none of a source that doesn't exist."""


class Tally(NamedTuple):
    """How many claims there are, how many name a source, and of those how many stand there or can't be checked."""

    claims: int
    sourced: int
    found: int
    unchecked: int


def tally(judged: Iterable[Judged]) -> Tally:
    """The count of some claims and of what checking them came to."""
    listed = tuple(judged)
    sourced = [it for it in listed if it.claim.cites]
    results = [it.result for it in sourced]
    return Tally(len(listed), len(sourced), results.count("found"), results.count("unchecked"))
