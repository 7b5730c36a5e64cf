"""The same input makes the same bytes: on any day, in any time zone, with any hash seed, from any folder."""

import shutil
from pathlib import Path

import pytest

from tests.sitekit import FIRST_VERSION, ROOT, call, run, snapshot

SITE = ("--site", FIRST_VERSION)
DAY = ("--date", "2026-01-20")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the site as built in place."""
    out = tmp_path_factory.mktemp("first") / "public"
    finished = run(*SITE, "--out", out, *DAY, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    assert finished.returncode == 0, finished.stderr
    return snapshot(out)


def test_another_hash_seed_time_zone_locale_and_working_folder_make_the_same_bytes(
    first: dict[str, bytes], tmp_path: Path
) -> None:
    finished = run(
        *SITE, "--out", tmp_path / "public", *DAY, cwd=tmp_path,
        PYTHONHASHSEED="2", TZ="America/St_Johns", LC_ALL="fr_CA.UTF-8", PYTHONUTF8="0",
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    assert snapshot(tmp_path / "public") == first


def test_a_copy_of_the_site_in_another_folder_makes_the_same_bytes(first: dict[str, bytes], tmp_path: Path) -> None:
    site = shutil.copytree(FIRST_VERSION, tmp_path / "été %20")
    finished = call("--site", site, *DAY)
    assert finished.returncode == 0, finished.stderr
    assert snapshot(site / "public") == first


def test_another_day_makes_the_same_bytes(first: dict[str, bytes], tmp_path: Path) -> None:
    assert call(*SITE, "--out", tmp_path / "public", "--date", "2026-01-15").returncode == 0
    assert snapshot(tmp_path / "public") == first


def test_no_page_names_the_machine_it_was_made_on(first: dict[str, bytes]) -> None:
    assert [
        name for name, data in first.items() if str(ROOT).encode() in data or str(Path.home()).encode() in data
    ] == []
