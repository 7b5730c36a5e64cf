"""Options and fixtures that every test may use."""

import os
import shutil
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.sitekit import DEFAULTS, MakeSite, write_site

CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what the program makes now over what tests/sites and tests/bad_sites expect",
    )


def pytest_configure() -> None:
    """Let the programs that tests start hear Ctrl-C, even where a shell runs the tests in the background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


# How long an example takes depends on what else the machine does; `make slow` measures what must not take long.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    def written(files: Mapping[str, str | bytes | None] | None = None) -> Path:
        return write_site(tmp_path / "site", {**DEFAULTS, **(files or {})})

    return written


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests: playwright allows a process one session at a time."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, headless=True, args=CHROMIUM_FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's program; a machine without one skips its tests, continuous integration fails."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None and os.environ.get("CI", "").lower() == "true":
        pytest.fail("no Chromium on this machine, and CI=true: `make browsers` installs it")
    if found is None:
        pytest.skip("no Chromium on this machine: `make browsers` installs it")
    return found
