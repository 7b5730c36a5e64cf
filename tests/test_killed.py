"""kill -9 or a full disk at any moment: public/ is old or new, foreign files stay, and the next build clears up."""

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from nutgraf.disk.standing import MANIFEST
from nutgraf.model.pages import Output, Outputs
from nutgraf.stages.publish import publish
from tests.publish_until import NEW
from tests.sitekit import ROOT, MakeSite, snapshot, write_site

OLD = {"index.html": b"old", "explainers/why.html": b"old", "same.html": b"same"}
FOREIGN = {"CNAME": b"example.org\n", ".git/config": b"mine", "explainers/mine.html": b"mine"}


def put(files: Mapping[str, bytes], out: Path) -> None:
    done = publish(Outputs(files=tuple(Output(*it) for it in files.items()), permalinks=()), out)
    assert done.problems == ()


def shown(out: Path) -> dict[str, bytes]:
    return {name: data for name, data in snapshot(out).items() if name != MANIFEST}


def publish_until(step: int, out: Path, how: str) -> int:
    """The exit status of a process that is killed before this step, or whose disk refuses it."""
    command = [sys.executable, "-m", "tests.publish_until", str(out), str(step), how]
    return subprocess.run(command, cwd=ROOT, timeout=60, check=False).returncode


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="this system can't swap two folders")
@pytest.mark.parametrize("foreign", [{}, FOREIGN], ids=["alone", "beside foreign files"])
def test_a_build_killed_at_any_step_leaves_the_old_site_or_the_new(tmp_path: Path, foreign: dict[str, bytes]) -> None:
    states = set()
    for step in itertools.count():
        here = tmp_path / str(step)
        out = here / "public"
        write_site(out, foreign)
        put(OLD, out)
        status = publish_until(step, out, "killed")
        assert shown(out) in (OLD | foreign, NEW | foreign), f"step {step}"
        states.add(shown(out)["index.html"])
        put(NEW, out)
        assert shown(out) == NEW | foreign, f"step {step}"
        assert [it.name for it in here.iterdir()] == ["public"], f"step {step}"
        assert {it.stat().st_nlink for it in out.rglob("*") if it.is_file()} == {1}, f"step {step}"
        if status != -signal.SIGKILL:
            break
    assert states == {b"old", b"new"}


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="this system can't swap two folders")
def test_a_disk_that_refuses_any_step_costs_no_file_and_no_lie(tmp_path: Path) -> None:
    told = []
    for step in range(45):
        out = tmp_path / str(step) / "public"
        write_site(out, FOREIGN)
        put(OLD, out)
        failed = publish_until(step, out, "refused") == 1
        assert shown(out) == (OLD if failed else NEW) | FOREIGN, f"step {step}"
        told.append(failed)
        put(NEW, out)
        assert shown(out) == NEW | FOREIGN, f"step {step}"
        assert [it.name for it in out.parent.iterdir()] == ["public"], f"step {step}"
    assert {True, False} == set(told)


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="this system can't swap two folders")
def test_a_program_killed_at_any_moment_leaves_the_old_site_or_the_new(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site({"public/CNAME": "example.org\n"})
    command = [sys.executable, str(ROOT / "build.py"), "--site", str(site)]
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    old = snapshot(site / "public")
    page = site / "content/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Why does", "How does"), encoding="utf-8")
    subprocess.run([*command, "--out", str(tmp_path / "new")], capture_output=True, timeout=60, check=True)
    new = snapshot(tmp_path / "new") | {"CNAME": b"example.org\n"}
    for delay in (0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert snapshot(site / "public") in (old, new), f"after {delay} s"
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert snapshot(site / "public") == new
    assert [it.name for it in site.iterdir() if it.name.startswith(".")] == []
