"""Whether anything that a build reads has changed: the files that the loader would read, links followed, no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from nutgraf.disk.reader import Reader
from nutgraf.model.inputs import READ_FOLDERS, SEEDS, SETTINGS, TEMPLATES

Signature = Mapping[str, tuple[int, int, int]]
"""What tells a file from an earlier state of it, by its path."""


def signature(site_root: Path, home: Path) -> Signature:
    """The time, the size and the number on disk of every file that a build of that site reads."""
    found = ((str(path), _state(path)) for path in _read_by_a_build(site_root, home))
    return {path: state for path, state in found if state is not None}


def _read_by_a_build(site_root: Path, home: Path) -> Iterator[Path]:
    site = Reader(site_root)
    yield site_root / SETTINGS
    for folder in READ_FOLDERS:
        yield from site.files(site_root / folder, litter=folder == SEEDS)
    if home != site_root:
        yield from Reader(home).files(home / TEMPLATES)


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:  # gone again since it was listed, or a link that leads nowhere
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
