"""Decides how rendered files come into public/, and their addresses into the ledger. Touches the disk through its room.

What nutgraf made before and makes no longer is removed; what it didn't make is never touched. The whole folder is
swapped for a new one in a single step, so that no reader and no kill finds it half old, half new; only where the file
system can't do that is each file replaced by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from nutgraf.disk.paths import Bounds, Refused
from nutgraf.disk.piecemeal import HalfDone, clear, replace_each
from nutgraf.disk.standing import survey, up_to_date
from nutgraf.disk.swap import staging_of, swap, take_apart
from nutgraf.disk.writing import locked, write
from nutgraf.model.inputs import CONTENT
from nutgraf.model.pages import Outputs
from nutgraf.model.problems import Checked, Place, Problem

_LEDGER_HEAD = """\
# Every address this site has published. The build adds to it and fails when one of them stops working.
# To let an address die on purpose, delete its line.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishReport:
    """What became of public/: how many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int
    is_whole: bool = True
    """False when a failure left some of the old files in place."""


def publish(outputs: Outputs, out: Path, bounds: Bounds | None = None) -> Checked[PublishReport | None]:
    """Make the folder hold these files. Nothing is changed when a foreign file is in the way or a write fails.

    `bounds` are those of the site whose own folder this is. A folder that an author names may stand anywhere, also
    behind a link: then they are None.
    """
    files = {output.address: output.data for output in outputs.files}
    try:
        real = (bounds or Bounds(out)).real(out)
        with locked(real.parent):
            return _publish(files, real, out.name)
    except Refused as refused:
        hint = "delete it, or name the folder that is meant with --out"
        return Checked(None, (Problem(code="public", at=Place(out.name), message=refused.message, hint=hint),))
    except OSError as error:
        message = f"{error.filename or out} can't be written: {error.strerror}"
        return Checked(None, (Problem(code="public", at=Place(out.name), message=message),))


def record_permalinks(
    permalinks: tuple[str, ...], ledger: Path, recorded: str | None, bounds: Bounds
) -> tuple[Problem, ...]:
    """Add what was published to the ledger, keeping its comments; a problem when it can't be written.

    `recorded` is what the ledger held when the build began, None when there was none; `bounds` are those of the site.
    """
    old = _LEDGER_HEAD if recorded is None else recorded
    lines = [line.strip() for line in old.splitlines() if line.strip()]
    comments = [line for line in lines if line.startswith("#")]
    addresses = sorted({*permalinks, *(line for line in lines if not line.startswith("#"))})
    new = "\n".join([*comments, *addresses]) + "\n"
    if new == old:
        return ()
    try:
        write(ledger, new, bounds)
    except (Refused, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        message = f"the ledger of permalinks can't be written: {reason}"
        return (Problem(code="public", at=Place(f"{CONTENT}/{ledger.name}"), message=message, severity="warning"),)
    return ()


def _publish(files: Mapping[str, bytes], out: Path, name: str) -> Checked[PublishReport | None]:
    """Publish into a folder without links on its way; `name` is what its author calls it."""
    take_apart(staging_of(out), out)  # left, like what is cleared, by a build that was killed
    clear(out)
    standing = survey(out)
    same = up_to_date(files, standing, out)
    in_the_way = standing.in_the_way(files.keys() - same)
    if in_the_way:
        return Checked(None, tuple(_occupied(f"{name}/{it}") for it in sorted(in_the_way)))
    report = PublishReport(
        written=len(files) - len(same), unchanged=len(same), removed=len(standing.ours - files.keys())
    )
    is_old = report.written > 0 or standing.listed != files.keys()
    if not is_old or swap(files, same, standing, out):
        return Checked(report)
    try:
        replace_each(files, same, standing, out)
    except HalfDone as half:
        message = f"{half.path} can't be replaced: {half.reason}; some files are new now, and some still old"
        problem = Problem(code="public", at=Place(name), message=message, hint="mend that, and build again")
        return Checked(replace(report, is_whole=False), (problem,))
    return Checked(report)


def _occupied(path: str) -> Problem:
    return Problem(
        code="public",
        at=Place(path),
        message="this file was not made by nutgraf and stands where a page should go",
        hint="move it away, or write the site to another folder with --out",
    )
