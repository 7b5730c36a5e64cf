"""Publishes files into a folder until a step on the disk, again and again: a process for tests.

Right before that step the publishing is killed, or the disk refuses the step. Each line that is read asks for one, and
is answered with its exit status. Each is done by a process that this one forks: it has no threads to lose.

usage: python -m tests.publish_until
lines: STEP killed|refused FOLDER
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


def publish_until(step: int, how: str, out: Path) -> int:
    """The exit status of a process that publishes into that folder until that step."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 3
    try:
        publish(Outputs(files=(), permalinks=()), out.with_name("none"))  # for what is imported late
        stop_before(step, how)
        done = publish(Outputs(files=tuple(Output(*it) for it in NEW.items()), permalinks=()), out)
        status = 1 if done.problems else 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    for line in sys.stdin:
        asked = line.rstrip("\n").split(" ", 2)
        print(publish_until(int(asked[0]), asked[1], Path(asked[2])), flush=True)
