"""Publishes two files into a folder, and is killed right before the given step on the disk: a process for tests.

usage: python -m tests.publish_until FOLDER STEP
"""

import os
import signal
import sys
from pathlib import Path

from nutgraf.model.pages import Output, Outputs
from nutgraf.stages.publish import publish

NEW = {"index.html": b"new", "explainers/how.html": b"new", "same.html": b"same"}

_STEPS = ("open", "os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime", "os.scandir")


def kill_before(step: int) -> None:
    """From now on, count this process's steps on the disk, and kill it before this one."""
    left = iter(range(step))

    def count(event: str, _: tuple[object, ...]) -> None:
        if event in _STEPS and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


if __name__ == "__main__":
    publish(Outputs(files=(), permalinks=()), Path(sys.argv[1]).with_name("none"))  # for what is imported late
    kill_before(int(sys.argv[2]))
    publish(Outputs(files=tuple(Output(*it) for it in NEW.items()), permalinks=()), Path(sys.argv[1]))
