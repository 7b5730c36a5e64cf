"""seed: a source record and the raw article it was made from still agree. Reads neither: the loader took the hashes."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.model.problems import Problem
from nutgraf.model.records import Source
from nutgraf.model.site import CheckLevel, Content


def check_seeds(content: Content) -> Iterator[Problem]:
    """A problem for each record whose seed is gone, or has other bytes than those it was made from."""
    level: CheckLevel = content.site.checks.seed
    if level == "off":
        return
    for source in content.of(Source):
        yield from _check(source, content, level)


def _check(source: Source, content: Content, level: CheckLevel) -> Iterator[Problem]:
    if source.seed is None or level == "off":
        return
    found = content.seeds.get(source.seed)
    if found is None:
        hint = "put the raw article back there, correct the path, or delete seed and sha256"
        message = f"{source.seed} is not a file in seeds/"
        yield Problem(code="seed", at=source.origin.at("seed"), message=message, hint=hint, severity=level)
    elif source.sha256 is not None and source.sha256 != found:
        hint = f"`import {source.seed}` says what differs; if the record still fits it, write sha256: {found}"
        message = f"{source.seed} has changed since this record was made from it"
        yield Problem(code="seed", at=source.origin.at("sha256"), message=message, hint=hint, severity=level)
