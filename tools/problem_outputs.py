"""Writes the outputs in docs/problems.md by running nutgraf on the examples above them.

Each section is named after a code. Its examples are laid over the site in README.md, its `sh` blocks are run in that
site's folder, and the `text` block after them holds what nutgraf reports.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from nutgraf.report import as_text
from tools import ROOT
from tools.examples import blocks_in, build, files_in, lay_out, prepare

_SECTION = re.compile(r"^## ([a-z-]+)$", re.MULTILINE)


def sections_of(page: str) -> dict[str, str]:
    """The text of each section by its heading, in the order of the page."""
    _, *rest = _SECTION.split(page)
    return dict(zip(rest[0::2], rest[1::2], strict=True))


def with_outputs(page: str) -> str:
    """The page with every output as nutgraf would print it now."""
    intro, *rest = _SECTION.split(page)
    made = [f"## {code}{_with_outputs(text)}" for code, text in zip(rest[0::2], rest[1::2], strict=True)]
    return intro + "".join(made)


def _with_outputs(section: str) -> str:
    made, copied = "", 0
    files: dict[str, str] = {}
    script = ""
    for block in blocks_in(section):
        if block.path is not None:
            files[block.path] = block.text
        elif block.language == "sh":
            script += block.text
        elif block.language == "text":
            made += section[copied : block.start] + _output(files, script)
            copied = block.start + len(block.text)
            files, script = {}, ""
    return made + section[copied:]


def _output(files: dict[str, str], script: str) -> str:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        lay_out({**files_in(readme), **files}, site)
        prepare(script, site)
        outcome = build(site)
    return as_text(outcome.problems, outcome.texts)
