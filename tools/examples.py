"""Reads the examples that stand in the documentation, and lays them out as sites.

An example file is a fenced block below a line that holds its path alone, in backticks. Refuses to guess at any other.
"""

from __future__ import annotations

import datetime
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nutgraf.model.options import Options
from nutgraf.pipeline import Folders, Outcome, build_site
from tools import ROOT

TODAY = datetime.date(2026, 2, 1)
"""The day on which the examples are built."""

_BLOCK = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`\n\n)?^(?P<fence>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: the path above it, if there is one, its language, and its text."""

    path: str | None
    language: str
    text: str
    start: int
    """Where its text begins in the page it was read from."""


def blocks_in(page: str) -> Iterator[Block]:
    """Every fenced block of a Markdown page, in order."""
    for match in _BLOCK.finditer(page):
        yield Block(match["path"], match["language"], match["text"], match.start("text"))


def files_in(page: str) -> dict[str, str]:
    """The example files of a Markdown page, by path; raises ValueError when a path is given twice."""
    files: dict[str, str] = {}
    for block in blocks_in(page):
        if block.path is not None and files.setdefault(block.path, block.text) is not block.text:
            raise ValueError(f"{block.path} is given twice")
    return files


def lay_out(files: Mapping[str, str], site: Path) -> None:
    """Write example files below a folder."""
    for path, text in files.items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def prepare(script: str, site: Path) -> None:
    """Run the commands of an example in a site's folder."""
    subprocess.run(["sh", "-euc", script], cwd=site, check=True, timeout=60)


def build(site: Path) -> Outcome:
    """Build the site in a folder, with the templates of this repository, into its public/."""
    return build_site(Folders(site=site, out=site / "public", home=ROOT), Options(today=TODAY))
