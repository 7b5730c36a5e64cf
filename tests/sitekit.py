"""Sites for tests: their files, their builds, and the program run in this process or as one of its own."""

import contextlib
import datetime
import io
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from unittest import mock

from nutgraf.cli import STOPPED, main
from nutgraf.model.options import Options
from nutgraf.model.problems import Problem
from nutgraf.pipeline import Folders, Outcome, build_site, make_site

ROOT = Path(__file__).resolve().parent.parent
PLAIN = Path(__file__).resolve().parent / "plain"
"""A home whose templates show every value they are given and nothing else, so that no change of style reaches here."""
FIRST_VERSION = Path(__file__).resolve().parent / "first_version" / "input"
"""The first site that was made with nutgraf, as it stood then: whole, sound, and nobody's to edit any more."""
TODAY = datetime.date(2026, 1, 20)

DEFAULTS: Mapping[str, str] = {
    "site.yaml": "title: The River\n",
    "content/index.md": "---\ntitle: Why does the river rise?\n---\n\nIt rained. [@gauge]\n",
    "content/sources/gauge.md": "---\ntitle: Gauge readings\npublisher: River Office\ndate: 2026-01-02\nkind: data\n"
    "---\n\nThe gauge stood at 4.2 metres on 2 January.\n",
}
"""What a site of the tests holds unless it says otherwise."""


class MakeSite(Protocol):
    """Writes a site's files, the defaults included, and tells its folder; None leaves a default out."""

    def __call__(self, files: Mapping[str, str | bytes | None] | None = None) -> Path: ...


def write_site(site: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write files below a folder; None stands for a file that isn't there."""
    for name, content in files.items():
        if content is None:
            continue
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return site


def folders(site: Path, home: Path = PLAIN) -> Folders:
    return Folders(site=site, out=site / "public", home=home)


def _options(*, drafts: bool, strict: bool) -> Options:
    return Options(today=TODAY, drafts=drafts, strict=strict, pictures=False)


def build(site: Path, *, home: Path = PLAIN, drafts: bool = False, strict: bool = False) -> Outcome:
    """The whole way, public/ included."""
    return build_site(folders(site, home), _options(drafts=drafts, strict=strict))


def make(site: Path, *, home: Path = PLAIN, drafts: bool = False, strict: bool = False) -> Outcome:
    """Everything but the writing."""
    return make_site(folders(site, home), _options(drafts=drafts, strict=strict))


def page(outcome: Outcome, address: str) -> str:
    """The text of one file of a site."""
    assert outcome.outputs is not None, lines(outcome.problems)
    found = {it.address: it.data for it in outcome.outputs.files}
    return found[address].decode("utf-8")


def lines(problems: Iterable[Problem]) -> list[str]:
    """Each problem in a line: `path:line:column code: message`."""
    return [_line(it) for it in problems]


def _line(problem: Problem) -> str:
    at = problem.at
    place = f"{at.path}:{at.line}:{at.column}" if at.line else at.path
    return f"{place} {problem.code}: {problem.message}"


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in sorted(folder.rglob("*")) if it.is_file()}


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of a command: its exit status, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def call(*words: str | Path, home: Path = ROOT, **environment: str) -> Finished:
    """`python build.py …` without a process of its own: only what it writes and its exit status tell the two apart."""
    out, err = _stream(), _stream()
    surroundings = mock.patch.dict(os.environ, _kept() | environment, clear=True)
    with surroundings, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main([str(it) for it in words], home)
    if status == STOPPED:
        raise KeyboardInterrupt  # whoever runs the tests wants them to end
    return Finished(status, _written(out), _written(err))


def _stream() -> io.TextIOWrapper:
    """Something to write to that is no terminal."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    whole = stream.detach()
    assert isinstance(whole, io.BytesIO)
    return whole.getvalue().decode("utf-8")


def _kept() -> dict[str, str]:
    """The environment, without anything that is the caller's taste."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}


def run(
    *words: str | Path, cwd: Path = ROOT, program: Path = ROOT / "build.py", **environment: str
) -> subprocess.CompletedProcess[str]:
    """`python build.py …` as a process of its own, for what only a process can show."""
    return _process(program, *words, cwd=cwd, **environment)


def stop_at(step: int | str, signal: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """The same, but it gets a signal at a step: see tests/stop_at.py."""
    return _process("-m", "tests.stop_at", str(step), signal, *words, cwd=ROOT)


def _process(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env=_kept() | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
