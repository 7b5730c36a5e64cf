"""Reads single files and walks folders, each in one way, whatever they are for. load's helper.

Refuses what can't be read safely: links out of the site, pipes and devices, other encodings, control characters, and
files too large to have been typed. Reader notes each refusal as a problem; bytes_of raises Unreadable.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

from nutgraf.model.characters import forbidden_in, name_of
from nutgraf.model.inputs import Blob, InputFile
from nutgraf.model.problems import Code, Place, Problem

Value = TypeVar("Value")

LARGEST_TEXT = 5_000_000
LARGEST_BLOB = 50_000_000
MOST_FILES = 100_000
"""In one folder and all below it; links between folders can make endlessly many of a few."""
DEEPEST = 30

_LITTER = re.compile(r"[._#~].*|.*(?:~|\.swp|\.tmp|\.bak|\.orig)|Thumbs\.db|Icon\r", re.DOTALL)


class Unreadable(Exception):
    """Why a file can't be read, in words for its author."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def bytes_of(path: Path, largest: int) -> bytes:
    """What a file holds. Raises Unreadable."""
    with _opened(path) as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        raise Unreadable(f"this file is larger than {largest // 1_000_000} MB", "split it")
    return data


def names_in(folder: Path) -> list[str]:
    """What stands in a folder, sorted; nothing when it can't be read."""
    with suppress(OSError):
        return sorted(path.name for path in folder.iterdir())
    return []


@contextmanager
def _opened(path: Path) -> Iterator[BufferedReader]:
    try:
        # A pipe or device would be waited on for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable("this is not a regular file")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise Unreadable(f"this file can't be read: {error.strerror}") from None


class Reader:
    """Reads below one folder, and keeps the problems it meets."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._real_root = Path(os.path.realpath(root))
        self.problems: list[Problem] = []

    def report(self, code: Code, path: Path, message: str, hint: str = "") -> None:
        """Note a problem with a file as a whole."""
        self.problems.append(Problem(code=code, at=Place(self.name(path)), message=message, hint=hint))

    def name(self, path: Path) -> str:
        """A path as problems name it."""
        name = path.relative_to(self._root).as_posix()
        # Names that aren't UTF-8 come from the disk as lone surrogates, which no terminal can print.
        return name.encode("utf-8", "backslashreplace").decode()

    def files(self, folder: Path, *, litter: bool = False) -> Iterator[Path]:
        """Every file below a folder, sorted, and editors' litter only if wanted; none when there is no folder."""
        if os.path.lexists(folder) and self._stays_inside(folder):
            for number, path in enumerate(self._below(folder, (os.path.realpath(folder),), litter=litter)):
                if number == MOST_FILES:
                    self.report("unreadable", folder, f"more than {MOST_FILES:,} files stand here, links followed")
                    return
                yield from [path] if path is not None else []

    def _below(self, folder: Path, above: tuple[str, ...], *, litter: bool) -> Iterator[Path | None]:
        """The files below a folder, and None for each folder, which counts as well; `above` is where it stands."""
        if len(above) > DEEPEST:
            self.report("unreadable", folder, f"this folder stands more than {DEEPEST} folders deep", "move it up")
            return
        try:
            entries = sorted(os.scandir(folder), key=lambda it: it.name)
        except OSError as error:
            self.report("unreadable", folder, f"this folder can't be read: {error.strerror}")
            return
        for entry in entries:
            path = folder / entry.name
            if not litter and _LITTER.fullmatch(entry.name):
                continue
            if not _is_folder(entry):
                yield path
            elif self._stays_inside(path) and not self._leads_back(path, above):
                yield None
                yield from self._below(path, (*above, os.path.realpath(path)), litter=litter)

    def _leads_back(self, path: Path, above: tuple[str, ...]) -> bool:
        if not _is_link(path) or not any(Path(it).is_relative_to(os.path.realpath(path)) for it in above):
            return False
        self.report("unreadable", path, "this link leads back to a folder that it stands in", "delete it")
        return True

    def _stays_inside(self, path: Path) -> bool:
        if not _is_link(path) or Path(os.path.realpath(path)).is_relative_to(self._real_root):
            return True
        self.report("unreadable", path, "this link leads out of the site", "copy the file here instead")
        return False

    def text(self, path: Path) -> InputFile | None:
        """A UTF-8 text file, or None with the problem noted."""
        data = self._bytes(path, LARGEST_TEXT)
        name = self.name(path)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            looks = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "Windows-1252 or Latin-1"
            hint = f"save it as UTF-8; it looks like {looks}"
            self.problems.append(
                Problem(
                    code="encoding",
                    at=_place_of_byte(name, data, error.start),
                    message="not UTF-8",
                    hint=hint,
                )
            )
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return InputFile(name, text) if self._is_clean(name, text) else None

    def _is_clean(self, name: str, text: str) -> bool:
        forbidden = forbidden_in(text)
        if forbidden is None:
            return True
        start = forbidden.start()
        at = Place(name, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
        message = f"the character {name_of(forbidden[0])} is refused"
        self.problems.append(Problem(code="control-character", at=at, message=message, hint="delete it"))
        return False

    def blob(self, path: Path, folder: Path) -> Blob | None:
        """A file's bytes, or None with the problem noted."""
        address = path.relative_to(folder).as_posix()
        if not address.isprintable():  # nor is a name that isn't UTF-8, which Python reads as lone surrogates
            hint = "rename it; its name becomes a part of its address"
            self.report("file-name", path, "its name, or its folder's, holds characters that can't be shown", hint)
            return None
        data = self._bytes(path, LARGEST_BLOB)
        return None if data is None else Blob(address, data)

    def sha256(self, path: Path) -> str | None:
        """A file's hash, however large it is, or None with the problem noted."""
        return self._unless_refused(path, _sha256_of)

    def _bytes(self, path: Path, largest: int) -> bytes | None:
        return self._unless_refused(path, lambda it: bytes_of(it, largest))

    def _unless_refused(self, path: Path, read: Callable[[Path], Value]) -> Value | None:
        try:
            return read(path) if self._stays_inside(path) else None
        except Unreadable as reason:
            self.report("unreadable", path, reason.message, reason.hint)
            return None


def _sha256_of(path: Path) -> str:
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # its path is too long, of which reading it will tell
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # reading it as a file will tell why
        return False


def _place_of_byte(name: str, data: bytes, start: int) -> Place:
    before = data[:start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
