"""The first site that was made with nutgraf still builds: no error, and every address that it ever published.

tests/first_version holds it as it stood, and is not to be changed: what was published stays good.
"""

import shutil
from pathlib import Path

import pytest

from nutgraf.pipeline import Outcome
from tests.sitekit import FIRST_VERSION, ROOT, build, lines

ADDRESSES = (FIRST_VERSION.parent / "addresses.txt").read_text(encoding="utf-8").splitlines()
LEDGER = "content/permalinks.txt"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(FIRST_VERSION, tmp_path_factory.mktemp("first_version") / "site")


@pytest.fixture(scope="module")
def outcome(site: Path) -> Outcome:
    return build(site, home=ROOT)


def test_it_builds_without_an_error(outcome: Outcome) -> None:
    assert lines(it for it in outcome.problems if it.severity == "error") == []
    assert outcome.report is not None


@pytest.mark.usefixtures("outcome")
def test_every_address_that_it_published_leads_where_it_led(site: Path) -> None:
    lost = []
    for address in ADDRESSES:
        name, _, place = address.partition("#")
        file = site / "public" / name
        if not file.is_file() or (place and f' id="{place}"' not in file.read_text(encoding="utf-8")):
            lost.append(address)
    assert lost == []


@pytest.mark.usefixtures("outcome")
def test_its_ledger_of_addresses_is_kept(site: Path) -> None:
    assert set((site / LEDGER).read_text(encoding="utf-8").splitlines()[2:]) <= set(ADDRESSES)
    assert (site / LEDGER).read_bytes() == (FIRST_VERSION / LEDGER).read_bytes()
