"""Every event, number and key point names a source."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.model.problems import Place, Problem, Severity
from nutgraf.model.records import Explainer, Home
from nutgraf.model.site import Content

_HINT = "add sources: with the id of a file in content/sources/"


def check_coverage(content: Content) -> Iterator[Problem]:
    """A problem for each claim without a source, as severe as site.yaml says."""
    level = content.site.checks.coverage
    if level == "off":
        return
    for event in content.events:
        if not event.sources:
            yield _problem(event.origin.at("title"), "this event names no source", level)
    for number in content.numbers:
        if not number.sources:
            yield _problem(number.origin.at("title"), "this number names no source", level)
    documents: tuple[Home | Explainer, ...] = (content.home, *content.explainers)
    for document in documents:
        yield from _key_points(document, level)


def _key_points(document: Home | Explainer, level: Severity) -> Iterator[Problem]:
    for number, point in enumerate(document.key_points):
        if not point.sources:
            yield _problem(document.origin.at("key_points", number, "text"), "this key point names no source", level)


def _problem(at: Place, message: str, level: Severity) -> Problem:
    return Problem(code="coverage", at=at, message=message, hint=_HINT, severity=level)
