"""Writes single files, each whole or not at all, and keeps two builds apart. Follows no link out of bounds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nutgraf.disk.paths import Bounds


def write(path: Path, text: str, bounds: Bounds) -> None:
    """Write a file, and the folders it stands in, within bounds. Raises Refused, or OSError with nothing changed."""
    real = bounds.real(path)
    real.parent.mkdir(parents=True, exist_ok=True)
    replace_file(real, text.encode("utf-8"))


def replace_file(path: Path, data: bytes, part: Path | None = None) -> None:
    """Write a file in one step; a link at its path is replaced. Until then it waits at `part`, by default beside it."""
    waiting = part or path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        waiting.unlink(missing_ok=True)
        with waiting.open("xb") as file:  # never what somebody else has put there meanwhile, such as a link
            file.write(data)
        waiting.replace(path)
    finally:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one build at a time write below a folder, which is made if need be; a killed one lets go by itself.

    Windows, and file systems that know no locks, go without.
    """
    folder.mkdir(parents=True, exist_ok=True)
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
