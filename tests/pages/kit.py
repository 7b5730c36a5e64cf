"""What the tests of the finished pages share: sites laid out on disk, a browser, and a server on this machine."""

import functools
import http.server
import re
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from nutgraf.model.options import Options
from nutgraf.model.prose import Fragment
from nutgraf.model.site import Content
from nutgraf.pipeline import make_site
from tests.sitekit import DEFAULTS, ROOT, TODAY, folders, lines, snapshot, write_site

SITES = Path(__file__).parent.parent / "sites"

PATIENCE = 5_000
"""In milliseconds: how long a page may take for anything."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site made with the templates of this repository, and the folder it lies in."""

    folder: Path
    content: Content
    files: Mapping[str, bytes]

    def pages(self) -> list[str]:
        """The addresses of its pages, without the signposts that lead away at once."""
        return [
            name for name, data in self.files.items() if name.endswith(".html") and b'http-equiv="refresh"' not in data
        ]

    def url(self, address: str) -> str:
        """Where a browser finds that page on the disk."""
        page, mark, fragment = address.partition("#")
        return (self.folder / page).as_uri() + mark + fragment

    def titles(self) -> dict[str, str]:
        """What each id is called."""
        return {name: it.title for name, it in self.content.targets.items()}


def built(site: Path, folder: Path, *, pictures: bool = True) -> Built:
    """The site, laid out in a folder; whatever is wrong with it but an overdue review fails the test."""
    outcome = make_site(folders(site, ROOT), Options(today=TODAY, pictures=pictures))
    assert [it for it in lines(outcome.problems) if " stale: " not in it] == []
    assert outcome.outputs is not None
    files = {it.address: it.data for it in outcome.outputs.files}
    write_site(folder, files)
    return Built(folder, outcome.content, files)


def golden(name: str, folder: Path) -> Built:
    """One of the sites in tests/sites, whose expected pages are plain, in the house style."""
    return built(write_site(folder / name / "site", snapshot(SITES / name / "input")), folder / name / "public")


def invented(files: Mapping[str, str], folder: Path) -> Built:
    """A site that a test makes up."""
    return built(write_site(folder / "site", {**DEFAULTS, **files}), folder / "public", pictures=False)


def words_of(content: Content, fragment: Fragment) -> set[str]:
    """The words of a text as an author wrote it, without its marks."""
    return set(words(fragment.plain(lambda name: content.targets[name].title)))


def words(text: str) -> list[str]:
    """The words of any text: letters and digits, ligatures taken apart, in one case."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold())


def run_together(text: str) -> str:
    """The words without anything between them: what is left of a text however it was broken into lines."""
    return "".join(words(text))


@contextmanager
def opened(browser: Browser, *, width: int = 1280, height: int = 900, scripting: bool = True) -> Iterator[Page]:
    """A page of its own, of that size."""
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=scripting)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


class _Host(http.server.SimpleHTTPRequestHandler):
    """A host that holds one folder below a path."""

    def __init__(self, *words: object, path: str, directory: str) -> None:
        self._below = path
        super().__init__(*words, directory=directory)  # type: ignore[arg-type]  # they are passed on as they came

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self._below.rstrip("/")))

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Built) -> Iterator[str]:
    """The address of a server on this machine that holds the site below the path that its url names."""
    path = urlsplit(site.content.site.url or "/").path
    handler = functools.partial(_Host, directory=str(site.folder), path=path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}{path}"
        serving.shutdown()
        thread.join()
