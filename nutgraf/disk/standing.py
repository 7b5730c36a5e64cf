"""What stands in public/ before a build writes there, and which of it nutgraf made. publish's helper: reads only.

Follows no link, and opens nothing but the manifest and what has the name and the size of a file to be written, so that
whatever stands there, it can only be in the way.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

MANIFEST = ".nutgraf-manifest"
STAGING = ".nutgraf-staging"
"""Where new files wait within public/ when they can't wait beside it."""

LARGEST_MANIFEST = 50_000_000


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The files and folders in public/, by their paths in it, and what is nutgraf's of them."""

    files: frozenset[str]
    """Regular files."""
    others: frozenset[str]
    """Links, pipes, sockets and devices."""
    folders: frozenset[str]
    listed: frozenset[str]
    """What the manifest names, whether it is there or not."""
    misplaced: frozenset[str]
    """What has the name of one of our own notes and can't be it, such as a link."""
    is_open: bool
    """Whether every folder could be looked into and written, and belongs to this file system."""

    @cached_property
    def ours(self) -> frozenset[str]:
        """What the manifest names and is there; a tampered manifest can name nothing outside of public/."""
        return self.listed & (self.files | self.others)

    @cached_property
    def foreign(self) -> frozenset[str]:
        """What stands there and nutgraf didn't make."""
        return (self.files | self.others) - self.listed

    @cached_property
    def foreign_folders(self) -> frozenset[str]:
        """Folders that nothing of ours accounts for, and those with something foreign in them."""
        not_ours = self.folders - frozenset(_parents(self.listed))
        return frozenset({*not_ours, *_parents(not_ours), *_parents(self.foreign)})

    def in_the_way(self, addresses: Iterable[str]) -> frozenset[str]:
        """What isn't nutgraf's, and stands at one of these addresses or where a folder of theirs should be."""
        wanted = frozenset(addresses)
        return (wanted & (self.foreign | self.foreign_folders)) | (_parents(wanted) & self.foreign) | self.misplaced


def survey(out: Path) -> Standing:
    """Everything that stands in a folder; nothing when there is none. Raises OSError where ours can't be seen."""
    listed = read_manifest(out)
    found = _Survey(out, _parents(listed))
    found.look()
    return Standing(
        files=frozenset(found.files),
        others=frozenset(found.others),
        folders=frozenset(found.folders),
        misplaced=frozenset(found.misplaced),
        listed=listed,
        is_open=found.is_open,
    )


def up_to_date(files: Mapping[str, bytes], standing: Standing, out: Path) -> frozenset[str]:
    """The addresses of the files that stand in a folder just as they should."""
    return frozenset(it for it, data in files.items() if it in standing.files and _holds(out / it, data))


def read_manifest(out: Path) -> frozenset[str]:
    """The addresses that the manifest of a folder lists; none when there is none, or something else of that name.

    Raises OSError when it can't be read: without it, what is ours would pass for foreign.
    """
    path = out / MANIFEST
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return frozenset()
        with path.open("rb") as file:
            data = file.read(LARGEST_MANIFEST)
    except (FileNotFoundError, NotADirectoryError):
        return frozenset()
    return frozenset(data.decode("utf-8", "surrogateescape").split("\n")) - {"", MANIFEST}


def manifest_of(addresses: Iterable[str]) -> bytes:
    """What a manifest that lists these addresses holds."""
    return "".join(f"{address}\n" for address in sorted(addresses)).encode("utf-8", "surrogateescape")


class _Survey:
    def __init__(self, out: Path, ours: set[str]) -> None:
        self._out = out
        self._ours = ours
        self.files: list[str] = []
        self.others: list[str] = []
        self.folders: list[str] = []
        self.misplaced: list[str] = []
        self.is_open = True

    def look(self) -> None:
        if not self._out.is_dir():
            return
        device = self._out.stat().st_dev
        waiting = [self._out]
        while waiting:
            folder = waiting.pop()
            self.is_open &= os.access(folder, os.W_OK | os.X_OK) and folder.lstat().st_dev == device
            waiting += self._folders_in(folder)

    def _folders_in(self, folder: Path) -> Iterator[Path]:
        try:
            entries = list(os.scandir(folder))
        except OSError:
            if folder == self._out or folder.relative_to(self._out).as_posix() in self._ours:
                raise
            self.is_open = False
            return
        for entry in entries:
            path = Path(entry.path)
            name = path.relative_to(self._out).as_posix()
            if name in (MANIFEST, STAGING):
                is_note = name == MANIFEST and entry.is_file(follow_symlinks=False)
                self.misplaced += [] if is_note else [name]
            elif entry.is_dir(follow_symlinks=False):
                self.folders.append(name)
                yield path
            else:
                (self.files if entry.is_file(follow_symlinks=False) else self.others).append(name)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _parents(names: Iterable[str]) -> set[str]:
    """The folders that these paths stand in, at any depth."""
    found: set[str] = set()
    for name in names:
        folder = name.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
