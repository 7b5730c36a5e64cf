"""kill -9 or a full disk at any moment: public/ is old or new, foreign files stay, and the next build clears up."""

import itertools
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from nutgraf.disk.standing import MANIFEST
from nutgraf.model.pages import Output, Outputs
from nutgraf.stages.publish import publish
from tests.publish_until import NEW
from tests.sitekit import ROOT, MakeSite, build, snapshot, stop_at, write_site

OLD = {"index.html": b"old", "explainers/why.html": b"old", "same.html": b"same"}
FOREIGN = {"CNAME": b"example.org\n", ".git/config": b"mine", "explainers/mine.html": b"mine"}


def put(files: Mapping[str, bytes], out: Path) -> None:
    done = publish(Outputs(files=tuple(Output(*it) for it in files.items()), permalinks=()), out)
    assert done.problems == ()


def shown(out: Path) -> dict[str, bytes]:
    return {name: data for name, data in snapshot(out).items() if name != MANIFEST}


PublishUntil = Callable[[int, str, Path], int]


@pytest.fixture(scope="module")
def publish_until() -> Iterator[PublishUntil]:
    """Publishes in a process that is killed before a step, or whose disk refuses the step; tells its exit status."""
    words = [sys.executable, "-m", "tests.publish_until"]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None and process.stdout is not None
        asks, answers = process.stdin, process.stdout

        def published(step: int, how: str, out: Path) -> int:
            print(step, how, out, file=asks, flush=True)
            return int(answers.readline())

        yield published


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="this system can't swap two folders")
@pytest.mark.parametrize("foreign", [{}, FOREIGN], ids=["alone", "beside foreign files"])
def test_a_build_killed_at_any_step_leaves_the_old_site_or_the_new(
    tmp_path: Path, foreign: dict[str, bytes], publish_until: PublishUntil
) -> None:
    states = set()
    for step in itertools.count():
        here = tmp_path / str(step)
        out = here / "public"
        write_site(out, foreign)
        put(OLD, out)
        status = publish_until(step, "killed", out)
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
def test_a_disk_that_refuses_any_step_costs_no_file_and_no_lie(tmp_path: Path, publish_until: PublishUntil) -> None:
    told = []
    for step in range(45):
        out = tmp_path / str(step) / "public"
        write_site(out, FOREIGN)
        put(OLD, out)
        failed = publish_until(step, "refused", out) == 1
        assert shown(out) == (OLD if failed else NEW) | FOREIGN, f"step {step}"
        told.append(failed)
        put(NEW, out)
        assert shown(out) == NEW | FOREIGN, f"step {step}"
        assert [it.name for it in out.parent.iterdir()] == ["public"], f"step {step}"
    assert {True, False} == set(told)


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="this system can't swap two folders")
def test_a_program_killed_at_any_moment_leaves_the_old_site_or_the_new(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site({"public/CNAME": "example.org\n"})
    build(site, home=ROOT)
    old = snapshot(site / "public")
    page = site / "content/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Why does", "How does"), encoding="utf-8")
    shutil.copytree(site, tmp_path / "copy")
    steps = int(stop_at("never", "SIGKILL", "--site", tmp_path / "copy").stdout.split()[-1])
    new = snapshot(tmp_path / "copy/public")
    assert old["index.html"] != new["index.html"]
    states = []
    for step in (0, steps // 2, steps * 3 // 4, *range(steps - 40, steps, 8), steps - 1):
        assert stop_at(step, "SIGKILL", "--site", site).returncode == -signal.SIGKILL, step
        states.append(snapshot(site / "public"))
    assert [it for it in states if it not in (old, new)] == []
    assert (states[0], states[-1]) == (old, new)
    build(site, home=ROOT)
    assert snapshot(site / "public") == new
    assert [it.name for it in site.iterdir() if it.name.startswith(".")] == []
