"""One bad site for each code, and exactly what its author is told: the whole of stderr."""

import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from nutgraf.model.problems import CODES
from tests.sitekit import call, run

FOLDER = Path(__file__).parent / "bad_sites"
NAMES = sorted(it.name for it in FOLDER.iterdir())
_CODE = re.compile(r"^\S.*?: (?:error|warning)\[([a-z-]+)\]: ", re.MULTILINE)


def put_a_pipe(site: Path) -> None:
    """A pipe among the pages: whoever opens it waits for ever."""
    (site / "content/players").mkdir()
    os.mkfifo(site / "content/players/office.md")


def put_a_foreign_page(site: Path) -> None:
    """A page that nutgraf didn't make, where one of its own should go."""
    (site / "public").mkdir()
    (site / "public/index.html").write_text("mine\n", encoding="utf-8")


NOT_IN_GIT: Mapping[str, Callable[[Path], None]] = {"unreadable": put_a_pipe, "public": put_a_foreign_page}
"""What git can't hold, or this repository's .gitignore leaves out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a bad site's build said and did, and what it should say."""

    code: str
    stderr: str
    expected: str
    status: int
    wrote: bool

    @property
    def has_errors(self) -> bool:
        return "error[" in self.expected


@pytest.fixture(scope="module", params=NAMES)
def answer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Answer:
    code: str = request.param
    here = tmp_path_factory.mktemp("bad")
    shutil.copytree(FOLDER / code / "input", here / "site")
    if code in NOT_IN_GIT:
        NOT_IN_GIT[code](here / "site")
    before = sorted(here.rglob("*"))
    words = ("--site", here / "site", "--date", "2026-01-20")
    finished = run(*words) if code in NOT_IN_GIT else call(*words)  # a pipe that is opened could be waited for
    expected = FOLDER / code / "expected.txt"
    if request.config.getoption("--rewrite-golden"):
        expected.write_text(finished.stderr, encoding="utf-8", newline="\n")
    wrote = sorted(here.rglob("*")) != before
    return Answer(code, finished.stderr, expected.read_text(encoding="utf-8"), finished.returncode, wrote)


def test_every_code_has_a_bad_site_and_every_bad_site_a_code() -> None:
    assert set(NAMES) == set(CODES)


def test_a_bad_site_is_answered_in_exactly_these_words(answer: Answer) -> None:
    assert answer.stderr == answer.expected


def test_a_bad_site_shows_its_code_and_no_other(answer: Answer) -> None:
    assert set(_CODE.findall(answer.expected)) == {answer.code}


def test_the_exit_status_tells_errors_from_warnings(answer: Answer) -> None:
    assert answer.status == int(answer.has_errors)


def test_errors_leave_the_disk_as_it_was_and_warnings_do_not_stop_the_build(answer: Answer) -> None:
    assert answer.wrote != answer.has_errors
