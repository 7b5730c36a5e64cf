"""The built site in a real Chromium: from a double click and from a server, with JavaScript and without."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    expect,
)

from tests.sitekit import FIRST_VERSION, call

pytestmark = pytest.mark.browser

PATIENCE = 5_000
"""In milliseconds: how long a page may take for anything."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        """Say nothing."""


class Witness:
    """Notes whatever a page does that it should not."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        self.complaints: list[str] = []
        self._root = root
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._root, "data:")):
            self.complaints.append(f"foreign: {request.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left while it waits for its icon no longer asks for it: that is no failure of the page.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"status {response.status}: {response.url}")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first version, built."""
    out = tmp_path_factory.mktemp("browser") / "public"
    finished = call("--site", FIRST_VERSION, "--out", out, "--date", "2026-01-20")
    assert finished.returncode == 0, finished.stderr
    return out


@pytest.fixture(scope="module")
def server(public: Path) -> Iterator[str]:
    """The address of a server on this machine that holds the site in a folder, as GitHub Pages would."""
    handler = functools.partial(_Quiet, directory=str(public.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}/{public.name}/"
        serving.shutdown()
        thread.join()


@pytest.fixture(params=["from a double click", "from a server"])
def root(request: pytest.FixtureRequest, public: Path) -> str:
    """Where the site stands, as a browser's address line has it."""
    if request.param == "from a server":
        address: str = request.getfixturevalue("server")
        return address
    return f"{public.as_uri()}/"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def scripting(request: pytest.FixtureRequest) -> bool:
    enabled: bool = request.param
    return enabled


@pytest.fixture
def context(browser: Browser, scripting: bool) -> Iterator[BrowserContext]:
    opened = browser.new_context(java_script_enabled=scripting, viewport={"width": 1280, "height": 800})
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def links(page: Page, within: str = "") -> list[str]:
    """Where the links of a page, or of a part of it, lead, as whole addresses."""
    hrefs = [it.get_attribute("href") or "" for it in page.locator(f"{within} a[href]").all()]
    return [urljoin(page.url, it) for it in hrefs]


def test_every_link_of_the_site_can_be_followed(context: BrowserContext, root: str) -> None:
    witness = Witness(context, root)
    page = context.new_page()
    waiting, seen = [f"{root}index.html"], set[str]()
    while waiting:
        address, _, _ = waiting.pop().partition("#")
        if address not in seen and address.startswith(root):
            seen.add(address)
            if address.endswith(".html"):
                page.goto(address)
                waiting += links(page)
    assert witness.complaints == []
    assert {f"{root}timeline.html", f"{root}explainers/why-now.html", f"{root}changes.html"} <= seen


def test_the_navigation_leads_to_every_page_it_names(context: BrowserContext, root: str) -> None:
    witness = Witness(context, root)
    page = context.new_page()
    page.goto(f"{root}index.html")
    navigation = page.locator("header nav").first
    names = [it.inner_text().strip() for it in navigation.locator("a").all()]
    wanted = links(page, "header nav")
    reached: list[str] = []
    for name in names:
        page.locator("header nav").first.get_by_role("link", name=name, exact=True).click()
        reached.append(page.url)
    assert reached == wanted
    assert witness.complaints == []


def test_a_link_to_an_event_goes_to_that_event(context: BrowserContext, root: str) -> None:
    page = context.new_page()
    page.goto(f"{root}timeline.html#ev-tariff")
    expect(page.locator("#ev-tariff h3")).to_be_in_viewport()


@pytest.fixture
def note(context: BrowserContext, root: str) -> tuple[Page, Locator, Locator]:
    """A page, the first citation's mark on it, and the note that the mark opens."""
    page = context.new_page()
    page.goto(f"{root}explainers/why-now.html")
    mark = page.locator("button[popovertarget*='note-']").first
    return page, mark, page.locator(f"#{mark.get_attribute('popovertarget')}")


def test_a_citation_opens_its_note_by_a_click(note: tuple[Page, Locator, Locator]) -> None:
    page, mark, words = note
    expect(words).to_be_hidden()
    mark.click()
    expect(words).to_be_visible()
    page.keyboard.press("Escape")
    expect(words).to_be_hidden()


def test_a_citation_opens_its_note_by_the_keyboard(note: tuple[Page, Locator, Locator]) -> None:
    page, mark, words = note
    mark.focus()
    page.keyboard.press("Enter")
    expect(words).to_be_visible()
    page.keyboard.press("Escape")
    expect(words).to_be_hidden()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_page_is_wider_than_its_window(page: Page, public: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    wide: dict[str, int] = {}
    for file in sorted(public.rglob("*.html")):
        page.goto(file.as_uri())
        needed: int = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            wide[file.name] = needed
    assert wide == {}


def test_the_page_for_unknown_addresses_is_readable(page: Page, public: Path) -> None:
    page.goto((public / "404.html").as_uri())
    assert page.locator("h1").is_visible()
