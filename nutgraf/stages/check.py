"""Content to problems: every check across files, in the order of docs/problems.md."""

from __future__ import annotations

from nutgraf.checks.chains import check_chains
from nutgraf.checks.coverage import check_coverage
from nutgraf.checks.links import check_links
from nutgraf.checks.permalinks import check_permalinks
from nutgraf.checks.stale import check_stale
from nutgraf.model.options import Options
from nutgraf.model.problems import Problem
from nutgraf.model.site import Content


def check(content: Content, options: Options) -> tuple[Problem, ...]:
    """Everything wrong with the content taken together."""
    return (
        *check_links(content),
        *check_chains(content),
        *check_coverage(content),
        *check_permalinks(content),
        *check_stale(content, options.today),
    )
