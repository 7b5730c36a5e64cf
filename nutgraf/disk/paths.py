"""Where paths lead: what stands there, which link leads astray, how people write them. Reads no file."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Literal

Found = Literal["nothing", "file", "folder", "link to nowhere", "something else"]
"""What can stand at a path, links followed; pipes, sockets and devices are something else."""

NOWHERE = "this link leads nowhere"
IRREGULAR = "this is not a regular file"


class Refused(Exception):
    """Why something can't be read or mustn't be written, in words for its author."""

    def __init__(self, message: str, hint: str = "", link: Path | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.link = link
        """The link that is to blame, where one is."""


class Bounds:
    """A folder that no link may lead out of."""

    def __init__(self, root: Path, called: str = "the site") -> None:
        self._root = root
        self._real_root = Path(os.path.realpath(root))
        self._called = called

    def real(self, path: Path) -> Path:
        """Where a path below the folder really is. Raises Refused when a link on the way leads out of it, or nowhere.

        To read or write there, rather than at the path itself, is to be safe from links on the way that are pointed
        elsewhere meanwhile. A new link in the place of a folder is followed.
        """
        real = Path(os.path.realpath(path))
        step = self._root
        for name in path.relative_to(self._root).parts:
            step /= name
            if _is_link(step):
                self._follow(step)
        if not real.is_relative_to(self._real_root):
            raise self._leads_out(path)
        return real

    def _follow(self, link: Path) -> None:
        if not Path(os.path.realpath(link)).is_relative_to(self._real_root):
            raise self._leads_out(link)
        if _leads_nowhere(link):
            raise Refused(NOWHERE, "mend it, or delete it", link)

    def _leads_out(self, link: Path) -> Refused:
        what = "folder" if os.path.isdir(link) else "file"  # noqa: PTH112  # never raises
        return Refused(f"this link leads out of {self._called}", f"copy the {what} here instead", link)


def found_at(path: Path) -> Found:
    """What stands at a path. Raises OSError when the system doesn't say."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
            raise
        return "link to nowhere" if _is_link(path) else "nothing"
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "something else"


def is_taken(path: Path) -> bool:
    """Whether anything has this name, be it a link that leads nowhere."""
    return os.path.lexists(path)


def is_within(path: Path, folder: Path) -> bool:
    """Whether a path is that folder, or below it, links followed."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def way_from(folder: Path, path: Path) -> str:
    """The way from a folder to a path, links followed and names parted by slashes."""
    return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))).as_posix()


def from_root(path: Path) -> Path:
    """A path as it is written from the root. Raises Refused when the folder that we are in is gone."""
    try:
        return Path.cwd() / path
    except OSError:
        raise Refused("the folder that you are in is gone", "change to another") from None


def from_here(path: Path) -> str:
    """A path as it is written from the folder that we are in."""
    return os.path.relpath(path)


def shown(path: Path) -> str:
    """A path as a person in this folder would write it: from here if it is below, else as it is."""
    here = from_here(path)
    return str(path) if here.startswith("..") else here


def _is_link(path: Path) -> bool:
    """Whether a link stands at a path itself; False when the system doesn't say, of which using it will tell."""
    try:
        return path.is_symlink()
    except OSError:
        return False


def _leads_nowhere(link: Path) -> bool:
    try:
        return found_at(link) == "link to nowhere"
    except OSError:  # using it will tell why
        return False
