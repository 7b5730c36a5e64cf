"""Swaps two folders in one step of the file system, where the system can: Linux and macOS."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h, for renameat2(2)
_RENAME_SWAP = 2  # sys/stdio.h, for renamex_np(2)


def exchange(one: Path, other: Path) -> bool:
    """Swap the two names; False, with nothing changed, when the system or the file system can't."""
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
