"""Reads single files and walks folders, each in one way, whatever they are for. load's helper.

Refuses what can't be read safely: links out of the site, pipes and devices, other encodings, control characters, and
files too large to have been typed. Reader notes each refusal as a problem; bytes_of raises Refused.
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

from nutgraf.disk.paths import IRREGULAR, Bounds, Refused, is_taken
from nutgraf.model.characters import forbidden_in, name_of
from nutgraf.model.inputs import Blob, InputFile
from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Code, Place, Problem

Value = TypeVar("Value")

LARGEST_TEXT = 5_000_000
"""Bytes; what people have typed is smaller."""
LARGEST_BLOB = 50_000_000
MOST_FILES = 100_000
"""In one folder and all below it; links between folders can make endlessly many of a few."""
DEEPEST = 30

_LINE_END = re.compile("\r\n?")
_LITTER = re.compile(r"[._#~].*|.*(?:~|\.swp|\.tmp|\.bak|\.orig)|Thumbs\.db|Icon\r", re.DOTALL)


def bytes_of(path: Path, largest: int) -> bytes:
    """What a file holds. Raises Refused."""
    with _opened(path) as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        raise Refused(f"this file is larger than {largest // 1_000_000} MB", "split it")
    return data


def text_of(data: bytes) -> str:
    """UTF-8 as text, with line feeds for line ends and no byte order mark. Raises UnicodeDecodeError."""
    return _LINE_END.sub("\n", data.decode("utf-8-sig"))


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
            raise Refused(IRREGULAR)
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise Refused(f"this file can't be read: {error.strerror}") from None


class Reader:
    """Reads below one folder, and keeps the problems it meets."""

    def __init__(self, root: Path, bounds: Bounds | None = None) -> None:
        """`bounds` are wider than the folder where links may lead out of it."""
        self._root = root
        self._bounds = bounds or Bounds(root)
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
        real = self._real(folder) if is_taken(folder) else None
        if real is not None:
            for number, path in enumerate(self._below(folder, (real,), litter=litter)):
                if number == MOST_FILES:
                    self.report("unreadable", folder, f"more than {MOST_FILES:,} files stand here, links followed")
                    return
                if path is not None:
                    yield path

    def _below(self, folder: Path, above: tuple[Path, ...], *, litter: bool) -> Iterator[Path | None]:
        """The files below a folder, and None for each folder, which counts as well.

        `above` is where it really stands, behind the folders that were gone through to it.
        """
        if len(above) > DEEPEST:
            self.report("unreadable", folder, f"this folder stands more than {DEEPEST} folders deep", "move it up")
            return
        try:
            entries = sorted(os.scandir(above[-1]), key=lambda it: it.name)
        except OSError as error:
            self.report("unreadable", folder, f"this folder can't be read: {error.strerror}")
            return
        for entry in entries:
            path = folder / entry.name
            if not litter and _LITTER.fullmatch(entry.name):
                continue
            if not _is_folder(entry):
                yield path
            elif (real := self._real(path)) is not None and not self._leads_back(path, real, above):
                yield None
                yield from self._below(path, (*above, real), litter=litter)

    def _leads_back(self, path: Path, real: Path, above: tuple[Path, ...]) -> bool:
        if not any(it.is_relative_to(real) for it in above):
            return False
        self.report("unreadable", path, "this link leads back to a folder that it stands in", "delete it")
        return True

    def _real(self, path: Path) -> Path | None:
        """Where a path really leads, or None with the problem noted."""
        return self._unless_refused(path, Path)

    def text_if_there(self, path: Path) -> InputFile | None:
        """A file's text as from `text`; None without a problem when there is no such file."""
        return self.text(path) if is_taken(path) else None

    def text(self, path: Path) -> InputFile | None:
        """A UTF-8 text file, or None with the problem noted."""
        data = self._bytes(path, LARGEST_TEXT)
        if data is None:
            return None
        name = self.name(path)
        try:
            text = text_of(data)
        except UnicodeDecodeError as error:
            looks = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "Windows-1252 or Latin-1"
            hint = f"save it as UTF-8; it looks like {looks}"
            at = _place_of_byte(name, data, error.start)
            self.problems.append(Problem(code="encoding", at=at, message="not UTF-8", hint=hint))
            return None
        return InputFile(name, text) if self._is_clean(name, text) else None

    def _is_clean(self, name: str, text: str) -> bool:
        forbidden = forbidden_in(text)
        if forbidden is None:
            return True
        at = Lines(text, name, 1).place(forbidden.start())
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
            return read(self._bounds.real(path))
        except Refused as reason:
            self.report("unreadable", reason.link or path, reason.message, reason.hint)
            return None


def _sha256_of(path: Path) -> str:
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # reading it as a file will tell why
        return False


def _place_of_byte(name: str, data: bytes, start: int) -> Place:
    before = _LINE_END.sub("\n", data[:start].decode("utf-8", "replace"))
    return Lines(before, name, 1).place(len(before))
