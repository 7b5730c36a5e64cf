"""The stages in order. Reads like a table of contents; decides only when to stop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nutgraf.model.inputs import Inputs
from nutgraf.model.kinds import LEDGER
from nutgraf.model.options import Options
from nutgraf.model.pages import Outputs
from nutgraf.model.problems import Problem, has_errors, in_order
from nutgraf.model.site import Content
from nutgraf.stages.check import check
from nutgraf.stages.load import load
from nutgraf.stages.plan import plan
from nutgraf.stages.publish import PublishReport, publish, record_permalinks
from nutgraf.stages.validate import validate


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where a build reads and writes."""

    site: Path
    out: Path
    home: Path
    """The folder of build.py, whose templates fill the gaps of the site's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a command: its problems in order, and the texts that they point into."""

    problems: tuple[Problem, ...]
    texts: Mapping[str, str]
    content: Content
    report: PublishReport | None = None
    """What was written; None when nothing was, because of the problems or because nothing was asked."""


@dataclass(frozen=True, slots=True)
class _Examined:
    inputs: Inputs
    content: Content
    problems: tuple[Problem, ...]


def check_site(folders: Folders, options: Options) -> Outcome:
    """Everything up to the rendered pages, so that whatever would stop a build is found; nothing is written."""
    examined = _examine(folders, options)
    _, problems = _make(examined, options)
    return Outcome(problems=problems, texts=examined.inputs.texts(), content=examined.content)


def build_site(folders: Folders, options: Options) -> Outcome:
    """The whole way from site.yaml to public/; with errors (or, when strict, warnings) nothing is written."""
    examined = _examine(folders, options)
    outputs, problems = _make(examined, options)
    report = None
    if outputs is not None:
        published = publish(outputs, folders.out)
        report, problems = published.value, (*problems, *published.problems)
        if report is not None and not options.drafts:
            problems += record_permalinks(outputs.permalinks, folders.site / "content" / LEDGER)
    texts = examined.inputs.texts()
    return Outcome(problems=in_order(problems), texts=texts, content=examined.content, report=report)


def _examine(folders: Folders, options: Options) -> _Examined:
    loaded = load(folders.site, folders.home)
    validated = validate(loaded.value, options)
    found = check(validated.value, options)
    return _Examined(loaded.value, validated.value, in_order((*loaded.problems, *validated.problems, *found)))


def _make(examined: _Examined, options: Options) -> tuple[Outputs | None, tuple[Problem, ...]]:
    if has_errors(examined.problems, strict=options.strict):
        return None, examined.problems
    from nutgraf.stages.render import render  # jinja2 takes 60 ms that a site with errors needn't wait for

    planned = plan(examined.content, examined.inputs)
    if has_errors(planned.problems):
        return None, in_order((*examined.problems, *planned.problems))
    rendered = render(planned.value, examined.inputs)
    problems = in_order((*examined.problems, *planned.problems, *rendered.problems))
    return (None if has_errors(rendered.problems) else rendered.value), problems
