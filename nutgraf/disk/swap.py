"""Makes a new public/ beside the old one and swaps the two in one step. publish's helper: writes, and decides nothing.

What is foreign comes along by a second name, so that it is the same file before and after, whoever holds it open. A
tree that isn't shown any more is taken apart name by name: only what nutgraf made, and second names, are ever removed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from nutgraf.disk.standing import MANIFEST, STAGING, Standing, manifest_of, read_manifest

MOST_FOREIGN = 20_000
"""More foreign files than this are not given second names at every build."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h, for renameat2(2)
_RENAME_SWAP = 2  # sys/stdio.h, for renamex_np(2)


def staging_of(out: Path) -> Path:
    """The folder beside `out` in which its successor is made."""
    return out.with_name(f".{out.name}{STAGING}")


def swap(files: Mapping[str, bytes], same: Collection[str], standing: Standing, out: Path) -> bool:
    """Replace `out` by a folder of these files and what is foreign; False, with nothing changed, where that can't be.

    Those named in `same` hold what they should already.
    """
    if not standing.is_open or len(standing.foreign) > MOST_FOREIGN or _is_stood_in(out):
        return False
    staging = staging_of(out)
    try:
        staging.mkdir()
    except OSError:  # `out` itself may be writable all the same
        return False
    try:
        _fill(staging, files, same, out)
        if not out.exists():
            staging.rename(out)
            return True
        return _brings_along(standing, out, staging) and exchange(staging, out)
    finally:
        take_apart(staging, out)


def take_apart(tree: Path, out: Path) -> None:
    """Remove a tree beside `out`: a successor that was never shown, or a predecessor that no longer is.

    What is foreign in it and has no second name in `out`, since it came while a build was under way, moves there.
    What can't be removed waits for the next build.
    """
    if tree.is_symlink() or not tree.is_dir():
        return
    with suppress(OSError):
        listed = read_manifest(tree)
        for root, folders, names in os.walk(tree, topdown=False, onerror=_refuse):
            for path in (Path(root, name) for name in [*names, *folders]):
                if path != tree / MANIFEST:
                    _remove(path, path.relative_to(tree).as_posix() in listed, out / path.relative_to(tree))
        # Last, so that a build that is killed before leaves what tells ours from foreign.
        (tree / MANIFEST).unlink(missing_ok=True)
        tree.rmdir()


def exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step; False, with nothing changed, where the system or the file system can't."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            status = libc.renamex_np(*names, _RENAME_SWAP)
        else:
            status = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    except (OSError, TypeError, AttributeError):
        return False
    return bool(status == 0)


def _is_stood_in(out: Path) -> bool:
    """Whether we were called from within the folder: whoever called would go on seeing the old one."""
    try:
        return Path.cwd().is_relative_to(out)
    except OSError:
        return False


def _fill(staging: Path, files: Mapping[str, bytes], same: Collection[str], out: Path) -> None:
    # First, so that a build that is killed leaves no file of which the next can't tell whose it is.
    (staging / MANIFEST).write_bytes(manifest_of(files))
    for address, data in files.items():
        target = staging / address
        target.parent.mkdir(parents=True, exist_ok=True)
        if address not in same or not _linked(out / address, target):
            target.write_bytes(data)


def _brings_along(standing: Standing, out: Path, staging: Path) -> bool:
    """Whether everything foreign could be given a second name, and each folder the rights of the old one."""
    for name in sorted(standing.foreign_folders):
        (staging / name).mkdir(exist_ok=True)
    if not all(_linked(out / name, staging / name) for name in standing.foreign):
        return False
    kept = sorted(it for it in standing.folders if (staging / it).is_dir())
    return all(_like(out / name, staging / name) for name in [*reversed(kept), ""])


def _linked(old: Path, new: Path) -> bool:
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True


def _like(old: Path, new: Path) -> bool:
    """Give a folder the rights, the owner and the times of another."""
    try:
        owner, made = old.stat(), new.stat()
        if (owner.st_uid, owner.st_gid) != (made.st_uid, made.st_gid):
            os.chown(new, owner.st_uid, owner.st_gid)
        shutil.copystat(old, new)
    except OSError:
        return False
    return True


def _refuse(error: OSError) -> None:
    """Stop at a folder that can't be listed; os.walk would pass it over."""
    raise error


def _remove(path: Path, is_ours: bool, home: Path) -> None:
    """Remove a name of a tree; a foreign file moves home to public/ unless it, or a later one, is there."""
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    elif is_ours or (os.path.lexists(home) and not _is_later(path, home)):
        path.unlink()
    else:
        home.parent.mkdir(parents=True, exist_ok=True)
        path.replace(home)


def _is_later(path: Path, home: Path) -> bool:
    one, other = path.lstat(), home.lstat()
    return not os.path.samestat(one, other) and one.st_mtime_ns > other.st_mtime_ns
