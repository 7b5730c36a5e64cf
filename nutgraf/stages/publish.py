"""Puts rendered files into public/, and their addresses into the ledger. It and its helpers alone write to disk.

What nutgraf made before and makes no longer is removed; what it didn't make is never touched. The whole folder is
swapped for a new one in a single step, so that no reader and no kill finds it half old, half new; only where the file
system can't do that is each file replaced by itself.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from nutgraf.disk.piecemeal import HalfDone, clear, replace_each, replace_file
from nutgraf.disk.standing import MANIFEST, STAGING, Standing, survey
from nutgraf.disk.swap import staging_of, swap, take_apart
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


def publish(outputs: Outputs, out: Path) -> Checked[PublishReport | None]:
    """Make the folder hold these files. Nothing is changed when a foreign file is in the way or a write fails."""
    out = Path(os.path.realpath(out))
    files = {output.address: output.data for output in outputs.files}
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with _locked(out.parent):
            return _publish(files, out)
    except OSError as error:
        message = f"{error.filename or out} can't be written: {error.strerror}"
        return Checked(None, (Problem(code="public", at=Place(out.name), message=message),))


def record_permalinks(permalinks: tuple[str, ...], ledger: Path, recorded: str | None) -> tuple[Problem, ...]:
    """Add what was published to the ledger, keeping its comments; a problem when it can't be written.

    `recorded` is what the ledger held when the build began, None when there was none.
    """
    old = _LEDGER_HEAD if recorded is None else recorded
    lines = [line.strip() for line in old.splitlines() if line.strip()]
    comments = [line for line in lines if line.startswith("#")]
    addresses = sorted({*permalinks, *(line for line in lines if not line.startswith("#"))})
    new = "\n".join([*comments, *addresses]) + "\n"
    if new == old:
        return ()
    try:
        replace_file(Path(os.path.realpath(ledger)), new.encode("utf-8"))
    except OSError as error:
        message = f"the ledger of permalinks can't be written: {error.strerror}"
        return (Problem(code="public", at=Place(f"content/{ledger.name}"), message=message, severity="warning"),)
    return ()


def _publish(files: dict[str, bytes], out: Path) -> Checked[PublishReport | None]:
    take_apart(staging_of(out), out)  # left, like what is cleared, by a build that was killed
    clear(out)
    standing = survey(out)
    same = {address for address, data in files.items() if address in standing.files and _holds(out / address, data)}
    in_the_way = {place for address in files.keys() - same for place in standing.in_the_way(address)}
    in_the_way.update(_reserved(out))
    if in_the_way:
        return Checked(None, tuple(_occupied(out, address) for address in sorted(in_the_way)))
    report = PublishReport(
        written=len(files) - len(same), unchanged=len(same), removed=len(standing.ours - files.keys())
    )
    is_old = report.written > 0 or standing.listed != files.keys()
    if is_old and not swap(files, same, standing, out):
        return _one_by_one(files, same, standing, out, report)
    return Checked(report)


def _one_by_one(
    files: dict[str, bytes], same: set[str], standing: Standing, out: Path, report: PublishReport
) -> Checked[PublishReport | None]:
    try:
        replace_each(files, same, standing, out)
    except HalfDone as half:
        message = f"{half.path} can't be replaced: {half.reason}; some files are new now, and some still old"
        problem = Problem(code="public", at=Place(out.name), message=message, hint="mend that, and build again")
        return Checked(replace(report, is_whole=False), (problem,))
    return Checked(report)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _reserved(out: Path) -> Iterator[str]:
    """What stands where nutgraf keeps its own notes and can't be one of them."""
    if os.path.lexists(out / STAGING):
        yield STAGING
    with suppress(FileNotFoundError, NotADirectoryError):
        if not stat.S_ISREG((out / MANIFEST).lstat().st_mode):
            yield MANIFEST


def _occupied(out: Path, address: str) -> Problem:
    return Problem(
        code="public",
        at=Place(f"{out.name}/{address}"),
        message="this file was not made by nutgraf and stands where a page should go",
        hint="move it away, or write the site to another folder with --out",
    )


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let one build at a time write below a folder; a killed one lets go by itself.

    Windows, and file systems that know no locks, go without.
    """
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, PermissionError):
        yield
        return
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
