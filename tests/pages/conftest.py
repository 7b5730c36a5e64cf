"""The sites and the browser of the tests of the finished pages, each made once."""

from pathlib import Path

import pytest

from tests.pages.kit import Built, built, golden
from tests.sitekit import FIRST_VERSION


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="session")
def real(folder: Path) -> Built:
    """The first version: a site as authors write them, with a text that is not made up."""
    return built(FIRST_VERSION, folder / "real")


@pytest.fixture(scope="session")
def every_kind(folder: Path) -> Built:
    """A small site with something of everything: a picture, a chart, footnotes, dates of all forms."""
    return golden("every-kind", folder)


@pytest.fixture(scope="session")
def french(folder: Path) -> Built:
    return golden("french", folder)


@pytest.fixture(scope="session")
def arabic(folder: Path) -> Built:
    return golden("right-to-left", folder)


@pytest.fixture(scope="session")
def sites(real: Built, every_kind: Built, french: Built, arabic: Built) -> tuple[Built, ...]:
    return real, every_kind, french, arabic
