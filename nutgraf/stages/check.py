"""Content to evidence and problems: every claim judged against its sources, and every check across files."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.chains import check_chains
from nutgraf.checks.citation import check_citations
from nutgraf.checks.copying import check_copying
from nutgraf.checks.coverage import judge_coverage, judge_unread
from nutgraf.checks.date import judge_date
from nutgraf.checks.figure import judge_figures
from nutgraf.checks.links import check_links
from nutgraf.checks.permalinks import check_permalinks
from nutgraf.checks.quote import judge_quotes, pin_result
from nutgraf.checks.seeds import check_seeds
from nutgraf.checks.stale import check_stale
from nutgraf.evidence.claims import Claim, cites_of, claims_of
from nutgraf.evidence.library import Library
from nutgraf.evidence.verdicts import CheckCode, Evidence, Finding, Judged, Result
from nutgraf.model.options import Options
from nutgraf.model.problems import Checked, Problem
from nutgraf.model.site import CheckLevel, CheckLevels, Content
from nutgraf.model.walk import documents_of


def check(content: Content, options: Options) -> Checked[Evidence]:
    """What stands in the sources and what doesn't, and everything wrong with the content taken together."""
    library = Library(content)
    judged = tuple(Judged(claim, _judge(claim, library)) for claim in claims_of(content))
    evidence = Evidence(judged=judged, pins=_pins(content, library))
    problems = (
        *check_citations(content),
        *check_links(content),
        *check_chains(content),
        *check_permalinks(content),
        *check_seeds(content),
        *check_stale(content, options.today),
        *(problem for it in judged for finding in it.findings for problem in _problem(finding, content.site.checks)),
        *check_copying(content, library),
    )
    return Checked(evidence, problems)


def _judge(claim: Claim, library: Library) -> tuple[Finding, ...]:
    if not all(library.knows(cite.source) for cite in claim.cites):
        return ()  # a source that doesn't exist is a dangling link, and said once
    found = (
        *judge_coverage(claim),
        *judge_quotes(claim, library),
        *judge_figures(claim, library),
        *judge_date(claim, library),
    )
    return found or tuple(judge_unread(claim, library))


def _pins(content: Content, library: Library) -> dict[tuple[str, str], Result]:
    cites = (cite for document in documents_of(content) for cite in cites_of(document))
    return {
        (content.source_index[cite.source].id, cite.quote): pin_result(cite.source, cite.quote, library)
        for cite in cites
        if cite.quote is not None and cite.source in content.source_index
    }


def _problem(finding: Finding, levels: CheckLevels) -> Iterator[Problem]:
    """The problem that a finding makes, if its check is on; only what is not found can be an error."""
    by_code: dict[CheckCode, CheckLevel] = {
        "coverage": levels.coverage,
        "quote": levels.quote,
        "figure": levels.figure,
        "date": levels.date,
    }
    level = by_code[finding.code]
    if level == "off":
        return
    severity = level if finding.result == "not found" else "warning"
    yield Problem(code=finding.code, at=finding.at, message=finding.message, hint=finding.hint, severity=severity)
