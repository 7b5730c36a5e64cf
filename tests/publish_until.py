"""Publishes files into a folder until the given step on the disk: a process for tests.

Right before that step it is killed, or the disk refuses the step.

usage: python -m tests.publish_until FOLDER STEP killed|refused
"""

import errno
import itertools
import os
import signal
import sys
from pathlib import Path

from nutgraf.model.pages import Output, Outputs
from nutgraf.stages.publish import publish

NEW = {"index.html": b"new", "explainers/how.html": b"new", "same.html": b"same"}

_STEPS = ("open", "os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime", "os.scandir")


def stop_before(step: int, how: str) -> None:
    """From now on, count this process's steps on the disk, and kill it before this one, or refuse this one."""
    counted = itertools.count()

    def count(event: str, _: tuple[object, ...]) -> None:
        if event in _STEPS and next(counted) == step:
            if how == "killed":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(errno.ENOSPC, "No space left on device")

    sys.addaudithook(count)


if __name__ == "__main__":
    publish(Outputs(files=(), permalinks=()), Path(sys.argv[1]).with_name("none"))  # for what is imported late
    stop_before(int(sys.argv[2]), sys.argv[3])
    done = publish(Outputs(files=tuple(Output(*it) for it in NEW.items()), permalinks=()), Path(sys.argv[1]))
    sys.exit(1 if done.problems else 0)
