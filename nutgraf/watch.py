"""Whether anything that a build reads has changed: the files that the loader would read, links followed, no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from nutgraf.pipeline import Folders
from nutgraf.stages.reader import Reader

Signature = Mapping[str, tuple[int, int, int]]
"""What tells a file from an earlier state of it, by its path."""


def signature(folders: Folders) -> Signature:
    """The time, the size and the number on disk of every file that a build reads."""
    found = ((str(path), _state(path)) for path in _read_by_a_build(folders))
    return {path: state for path, state in found if state is not None}


def _read_by_a_build(folders: Folders) -> Iterator[Path]:
    site, home = Reader(folders.site), Reader(folders.home)
    yield folders.site / "site.yaml"
    yield from site.files(folders.site / "content")
    yield from site.files(folders.site / "templates")
    yield from site.files(folders.site / "seeds", litter=True)
    if folders.home != folders.site:
        yield from home.files(folders.home / "templates")


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:  # gone again since it was listed, or a link that leads nowhere
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
