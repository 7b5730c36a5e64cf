"""Whole sites with everything that is made of them, compared file by file both ways.

Their templates are those of tests/plain: they show each value that a page is given and no more, so a change of style
changes nothing here. `make golden` writes what is expected anew, for a person to review.
"""

import difflib
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from nutgraf.disk.standing import MANIFEST
from tests.sitekit import build, lines, snapshot, write_site

FOLDER = Path(__file__).parent / "sites"
NAMES = sorted(it.name for it in FOLDER.iterdir())


def made_from(name: str, tmp_path: Path) -> dict[str, bytes]:
    """Everything a golden site's build writes, its ledger of permalinks included."""
    site = tmp_path / "site"
    shutil.copytree(FOLDER / name / "input", site)
    outcome = build(site)
    assert lines(outcome.problems) == []
    ledger = (
        {"permalinks.txt": (site / "content/permalinks.txt").read_bytes()}
        if (site / "content/permalinks.txt").exists()
        else {}
    )
    return ledger | {file: data for file, data in snapshot(site / "public").items() if file != MANIFEST}


def difference(expected: Mapping[str, bytes], made: Mapping[str, bytes]) -> Iterator[str]:
    """What is missing, what is too much, and how texts differ."""
    for name in sorted(expected.keys() | made.keys()):
        old, new = expected.get(name), made.get(name)
        if new is None:
            yield f"{name} is not made"
        elif old is None:
            yield f"{name} is made and not expected"
        elif old != new:
            try:
                before, after = old.decode("utf-8").split("\n"), new.decode("utf-8").split("\n")
            except UnicodeDecodeError:
                yield f"{name} has other bytes"
            else:
                yield from difflib.unified_diff(before, after, f"expected/{name}", f"made/{name}", lineterm="")


@pytest.mark.parametrize("name", NAMES)
def test_a_site_is_made_as_expected(name: str, tmp_path: Path, rewrite_golden: bool) -> None:
    made = made_from(name, tmp_path)
    if rewrite_golden:
        shutil.rmtree(FOLDER / name / "expected", ignore_errors=True)
        write_site(FOLDER / name / "expected", made)
    differing = "\n".join(difference(snapshot(FOLDER / name / "expected"), made))
    assert not differing, f"{name} differs; if it should, run `make golden` and review\n{differing}"


def test_a_difference_is_told_both_ways_and_line_by_line() -> None:
    expected = {"a.html": b"one\ntwo", "b.html": b"", "d.png": b"\xff"}
    made = {"a.html": b"one\n2", "c.html": b"", "d.png": b"\xfe"}
    assert list(difference(expected, made)) == [
        "--- expected/a.html",
        "+++ made/a.html",
        "@@ -1,2 +1,2 @@",
        " one",
        "-two",
        "+2",
        "b.html is not made",
        "c.html is made and not expected",
        "d.png has other bytes",
    ]
