"""Runs build.py up to a step and then sends it a signal: a process for tests.

A step is a module that is imported, or anything that is done to the disk. Nothing is counted before build.py begins.

usage: python -m tests.stop_at STEP SIGNAL WORDS…
The step `never` lets it run to its end, and writes how many steps there were, as a last line.
"""

import itertools
import os
import runpy
import signal
import sys
from pathlib import Path

STEPS = ("import", "open", "os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime")
PROGRAM = Path(__file__).resolve().parent.parent / "build.py"


if __name__ == "__main__":
    step, name, *words = sys.argv[1:]
    counted = itertools.count()
    wanted = -1 if step == "never" else int(step)

    def count(event: str, _: tuple[object, ...]) -> None:
        if event in STEPS and next(counted) == wanted:
            os.kill(os.getpid(), signal.Signals[name])

    # As a terminal starts programs, whoever started this one: Ctrl-C raises KeyboardInterrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = [str(PROGRAM), *words]
    sys.addaudithook(count)
    try:
        runpy.run_path(sys.argv[0], run_name="__main__")
    finally:
        if step == "never":
            print(next(counted))
