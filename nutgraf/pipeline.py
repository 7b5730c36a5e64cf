"""The stages in order. Reads like a table of contents; decides only when to stop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from nutgraf.disk.paths import Bounds
from nutgraf.evidence.verdicts import Evidence
from nutgraf.model.inputs import CONTENT, Inputs
from nutgraf.model.kinds import LEDGER
from nutgraf.model.options import Options
from nutgraf.model.pages import Outputs
from nutgraf.model.problems import Checked, Problem, has_errors, in_order
from nutgraf.model.site import Content
from nutgraf.stages.check import check
from nutgraf.stages.load import load, load_pictures
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
    is_chosen: bool = False
    """Whether the author named `out`, which may then stand anywhere, also behind a link out of the site."""

    @property
    def bounds(self) -> Bounds | None:
        """What no link may lead `out` away from: the site; None for an output that its author named."""
        return None if self.is_chosen else Bounds(self.site)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a command: its problems in order, and the texts that they point into."""

    problems: tuple[Problem, ...]
    texts: Mapping[str, str]
    content: Content
    evidence: Evidence
    outputs: Outputs | None
    """Every file of the site, rendered; None when problems stood in the way."""
    report: PublishReport | None = None
    """What was written; None when nothing was."""


def make_site(folders: Folders, options: Options) -> Outcome:
    """Everything up to the rendered files in memory: what would stop a build is found, nothing is written."""
    loaded = load(folders.site, folders.home)
    validated = validate(loaded.value, options)
    found = check(validated.value, options)
    problems = in_order((*loaded.problems, *validated.problems, *found.problems))
    outputs = None
    if not has_errors(problems, strict=options.strict):
        pictures = load_pictures(folders.out, folders.bounds) if options.pictures else None
        made = _rendered(validated.value, found.value, loaded.value, pictures)
        outputs, problems = made.value, in_order((*problems, *made.problems))
    return Outcome(
        problems=problems, texts=loaded.value.texts(), content=validated.value, evidence=found.value, outputs=outputs
    )


def build_site(folders: Folders, options: Options) -> Outcome:
    """The whole way from site.yaml to public/; with errors (or, when strict, warnings) nothing is written."""
    outcome = make_site(folders, options)
    if outcome.outputs is None:
        return outcome
    published = publish(outcome.outputs, folders.out, folders.bounds)
    problems = (*outcome.problems, *published.problems)
    if published.value is not None and published.value.is_whole and not options.drafts:
        recorded = outcome.content.ledger.text if outcome.content.ledger else None
        ledger = folders.site / CONTENT / LEDGER
        problems += record_permalinks(outcome.outputs.permalinks, ledger, recorded, Bounds(folders.site))
    return replace(outcome, problems=in_order(problems), report=published.value)


def _rendered(
    content: Content, evidence: Evidence, inputs: Inputs, pictures: Mapping[str, bytes] | None
) -> Checked[Outputs | None]:
    from nutgraf.stages.render import render  # jinja2 takes 60 ms that a site with errors needn't wait for

    planned = plan(content, evidence, inputs)
    if has_errors(planned.problems):
        return Checked(None, planned.problems)
    rendered = render(planned.value, inputs, pictures)
    problems = (*planned.problems, *rendered.problems)
    return Checked(None if has_errors(rendered.problems) else rendered.value, problems)
