"""Replaces the files in public/ one by one, for when the folder as a whole can't be swapped. publish's helper.

A build that fails before the first file is moved has changed nothing; one that is killed later is mended by the next.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from nutgraf.disk.standing import MANIFEST, STAGING, Standing, manifest_of
from nutgraf.disk.writing import replace_file


class HalfDone(Exception):
    """The system refused a file when others had been replaced already."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.path, self.reason = error.filename, error.strerror


def replace_each(files: Mapping[str, bytes], same: Collection[str], standing: Standing, out: Path) -> None:
    """Make `out` hold these files; those in `same` it holds. Raises HalfDone, or OSError with nothing changed."""
    changed = [address for address in files if address not in same]
    stale = standing.ours - files.keys()
    staging = out / STAGING  # within public/, which may be a file system of its own
    try:
        staging.mkdir(parents=True, exist_ok=True)
        # What can fail for want of space or of a better name fails here, before anything is changed.
        for address in changed:
            (staging / address).parent.mkdir(parents=True, exist_ok=True)
            (staging / address).write_bytes(files[address])
        # Until the last file is in place, both old and new files are known as ours.
        replace_file(out / MANIFEST, manifest_of({*files, *stale}), staging / MANIFEST)
        try:
            _move_in(changed, stale, staging, out)
            replace_file(out / MANIFEST, manifest_of(files), staging / MANIFEST)
        except OSError as error:
            raise HalfDone(error) from error
    finally:
        clear(out)


def clear(out: Path) -> None:
    """Remove what a build that was killed left in public/."""
    shutil.rmtree(out / STAGING, ignore_errors=True)


def _move_in(changed: Iterable[str], stale: Iterable[str], staging: Path, out: Path) -> None:
    for address in stale:
        (out / address).unlink(missing_ok=True)
        _remove_empty(out / address, out)
    for address in changed:
        (out / address).parent.mkdir(parents=True, exist_ok=True)
        (staging / address).replace(out / address)


def _remove_empty(path: Path, out: Path) -> None:
    for folder in path.relative_to(out).parents:
        if folder != Path() and (out / folder).is_dir() and not any(os.scandir(out / folder)):
            (out / folder).rmdir()
