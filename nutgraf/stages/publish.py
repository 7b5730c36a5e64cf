"""Puts rendered files into public/. The only writer of disk.

What nutgraf made before and makes no longer is removed; what it didn't make is never touched. Where nothing foreign
stands in public/, the whole folder is swapped for the new one in a single step, so no reader and no kill finds it half
old, half new; otherwise each file is replaced by itself.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nutgraf.model.pages import Outputs
from nutgraf.model.problems import Checked, Place, Problem
from nutgraf.stages.exchange import exchange

MANIFEST = ".nutgraf-manifest"
STAGING = ".nutgraf-staging"
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
        _replace(ledger, new.encode("utf-8"))
    except OSError as error:
        message = f"the ledger of permalinks can't be written: {error.strerror}"
        return (Problem(code="public", at=Place(f"content/{ledger.name}"), message=message, severity="warning"),)
    return ()


def _publish(files: dict[str, bytes], out: Path) -> Checked[PublishReport | None]:
    shutil.rmtree(out / STAGING, ignore_errors=True)  # left by a build that was killed
    ours = _manifest(out)
    same = {address for address, data in files.items() if _holds(out / address, data)}
    in_the_way = sorted({place for address in files if address not in same for place in _foreign(address, ours, out)})
    if in_the_way:
        return Checked(None, tuple(_occupied(out, address) for address in in_the_way))
    changed = {address: data for address, data in files.items() if address not in same}
    stale = ours - files.keys()
    if changed or stale or ours != files.keys():
        if _is_all_ours(out, ours) and _swap(files, same, out):
            pass
        else:
            _replace_each(files, changed, stale, out)
    return Checked(PublishReport(written=len(changed), unchanged=len(same), removed=len(stale)))


def _manifest(out: Path) -> set[str]:
    try:
        lines = (out / MANIFEST).read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    except FileNotFoundError:
        return set()
    # Whatever a tampered manifest names, nothing outside of public/ is ours.
    return {line for line in lines if line and not line.startswith("/") and ".." not in line.split("/")}


def _foreign(address: str, ours: set[str], out: Path) -> Iterator[str]:
    """What stands at an address, or where one of its folders should be, and isn't nutgraf's."""
    if address not in ours and os.path.lexists(out / address) and not _is_our_folder(out / address, ours, out):
        yield address
    for folder in Path(address).parents:
        name = folder.as_posix()
        if name not in {".", *ours} and os.path.lexists(out / folder) and not (out / folder).is_dir():
            yield name


def _is_our_folder(path: Path, ours: set[str], out: Path) -> bool:
    """Whether it is a folder of ours, with nothing else in it, where now a page goes."""
    files = [it.relative_to(out).as_posix() for it in path.rglob("*") if not it.is_dir()]
    return path.is_dir() and bool(files) and ours.issuperset(files)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.is_file() and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError):
        return False


def _occupied(out: Path, address: str) -> Problem:
    return Problem(
        code="public",
        at=Place(f"{out.name}/{address}"),
        message="this file was not made by nutgraf and stands where a page should go",
        hint="move it away, or write the site to another folder with --out",
    )


def _is_all_ours(out: Path, ours: set[str]) -> bool:
    if not out.exists():
        return True
    known = {*ours, MANIFEST}
    folders = {str(parent) for address in ours for parent in Path(address).parents}
    for root, names, files in os.walk(out):
        below = Path(root).relative_to(out)
        if any((below / name).as_posix() not in known for name in files):
            return False
        if any((below / name).as_posix() not in folders for name in names):
            return False
    return True


def _swap(files: dict[str, bytes], same: set[str], out: Path) -> bool:
    """Build the whole folder beside the old one and swap them; False when the file system can't."""
    staging = out.parent / f".{out.name}.staging"
    shutil.rmtree(staging, ignore_errors=True)
    try:
        staging.mkdir()
        for address, data in files.items():
            target = staging / address
            target.parent.mkdir(parents=True, exist_ok=True)
            if address not in same or not _linked(out / address, target):
                target.write_bytes(data)
        (staging / MANIFEST).write_bytes(_manifest_bytes(files))
        if not out.exists():
            staging.rename(out)
            return True
        return exchange(staging, out)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _linked(old: Path, new: Path) -> bool:
    """Keep an unchanged file by a second name; the first goes with the old folder, so no double link stays."""
    try:
        os.link(old, new)
    except OSError:
        return False
    return True


def _replace_each(files: dict[str, bytes], changed: dict[str, bytes], stale: set[str], out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    staging = out / STAGING  # within public/, which may be a file system of its own
    try:
        # What can fail for want of space or of a better name fails here, before anything is changed.
        for address, data in changed.items():
            (staging / address).parent.mkdir(parents=True, exist_ok=True)
            (staging / address).write_bytes(data)
        # Until the last file is in place, both old and new files are known as ours.
        _replace(out / MANIFEST, _manifest_bytes({*files, *stale}))
        _move_in(changed, stale, staging, out)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    _replace(out / MANIFEST, _manifest_bytes(files))


def _move_in(changed: Iterable[str], stale: set[str], staging: Path, out: Path) -> None:
    for address in stale:
        (out / address).unlink(missing_ok=True)
        _remove_empty(out / address, out)
    for address in changed:
        (out / address).parent.mkdir(parents=True, exist_ok=True)
        (staging / address).replace(out / address)


def _remove_empty(path: Path, out: Path) -> None:
    for folder in path.relative_to(out).parents:
        if folder != Path() and (out / folder).is_dir() and not any((out / folder).iterdir()):
            (out / folder).rmdir()


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _manifest_bytes(addresses: dict[str, bytes] | set[str]) -> bytes:
    return "".join(f"{address}\n" for address in sorted(addresses)).encode("utf-8")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let one build at a time write below a folder; a killed one lets go by itself. Windows goes without."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
