"""A copy of the first version with a mistake in each of eight files: all are listed in one run, and public/ stays."""

import re
import shutil
from pathlib import Path

import pytest

from tests.sitekit import FIRST_VERSION, Finished, call, snapshot


def damage(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} has no {old!r} to damage"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, built once and then damaged."""
    folder = tmp_path_factory.mktemp("copy") / "site"
    shutil.copytree(FIRST_VERSION, folder)
    built = call("--site", folder, "--date", "2026-01-20")
    assert built.returncode == 0, built.stderr
    content = folder / "content"
    damage(folder / "site.yaml", "publisher:", "publsher:")
    damage(content / "index.md", "[[donald-trump|", "[[donald-trum|")
    damage(content / "about.md", "title:", "titel:")
    damage(content / "explainers/why-now.md", "published: 2026-01-15", "published: 2026-01-32")
    damage(content / "glossary/tariff.md", "---\n\n", "---\n\n<b>Bold.</b> ")
    damage(content / "numbers/ev-tariff-rate.md", "as_of: 2024", "as_of: 2024-13")
    damage(content / "players/mark-carney.md", "title: Mark Carney", "title: Mark: Carney")
    damage(content / "timeline/ev-tariff.md", "importance: 3", "importance: 5")
    return folder


@pytest.fixture(scope="module")
def before(site: Path) -> dict[str, bytes]:
    return snapshot(site)


@pytest.fixture(scope="module")
def finished(site: Path, before: dict[str, bytes]) -> Finished:
    return call("--site", site, "--date", "2026-01-20")


def problems(finished: Finished) -> list[tuple[str, str]]:
    return re.findall(r"^(\S+?)(?::\d+:\d+)?: error\[([a-z-]+)\]", finished.stderr, re.MULTILINE)


def test_every_mistake_is_listed_in_one_run(finished: Finished) -> None:
    assert set(problems(finished)) == {
        ("site.yaml", "unknown-key"),
        ("content/index.md", "link"),
        ("content/about.md", "unknown-key"),
        ("content/about.md", "missing-key"),
        ("content/explainers/why-now.md", "date-value"),
        ("content/glossary/tariff.md", "raw-html"),
        ("content/numbers/ev-tariff-rate.md", "date-value"),
        ("content/players/mark-carney.md", "yaml"),
        ("content/timeline/ev-tariff.md", "value"),
    }


def test_the_mistakes_are_sorted_by_place(finished: Finished) -> None:
    places = [path for path, _ in problems(finished)]
    assert places == sorted(places)


def test_the_build_fails(finished: Finished) -> None:
    assert (finished.returncode, finished.stdout) == (1, "")
    assert re.search(r"\n\d+ errors: nothing was written\n$", finished.stderr)


@pytest.mark.usefixtures("finished")
def test_the_old_pages_and_everything_else_stay_as_they_were(site: Path, before: dict[str, bytes]) -> None:
    assert snapshot(site) == before
