"""Writes to the terminal, or to whatever stands in for it. Nobody listening any more is no failure.

The one module that prints.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO


class Unheard(Exception):
    """What a command had to say can't be written, as on a full disk; the words say why."""


def prepare() -> None:
    """Make the streams fit for any text; one that the caller closed swallows it."""
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Write to standard output. Raises Unheard."""
    failure = _written(text, sys.stdout)
    if failure is not None:
        raise Unheard(failure.strerror)


def complain(text: str) -> None:
    """Write to standard error."""
    _written(text, sys.stderr)


def _written(text: str, stream: TextIO) -> OSError | None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:  # its reader, such as `head`, has had enough
        _silence(stream)
    except OSError as error:
        _silence(stream)
        return error
    return None


def _silence(stream: TextIO) -> None:
    """Send nowhere what the stream still holds, or Python would fail on it at its end."""
    with _nowhere() as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
