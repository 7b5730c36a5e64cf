"""Where each thing stands in public/, and the links between pages and to words elsewhere."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from nutgraf.model.kinds import FOLDERS, KINDS, Kind, kind_of
from nutgraf.model.records import Document, Home

NOT_FOUND = "404.html"

EVENTS_JSON = "events.json"
EVENTS_CSV = "events.csv"
EVENTS_ICS = "events.ics"
TIMELINEJS = "timelinejs.json"
SOURCES_CSL = "sources.csl.json"
FEED = "feed.xml"

_LONGEST_DIRECTIVE = 12
"""Words; of more, the first and the last few tell where they stand."""


def address_of(document: Document, name: str | None = None) -> str:
    """The address of a document in public/, under its id or under another name that it once had."""
    kind, name = kind_of(type(document)), name or document.id
    if kind.has_pages:
        return f"{kind.folder}/{name}.html"
    return f"{kind.page}#{name}" if kind.folder else kind.page


def kind_with(address: str) -> Kind | None:
    """The kind of the thing that has that address, or had it; None where no thing of its own can stand."""
    page, hash_mark, _ = address.partition("#")
    if hash_mark:
        return next((it for it in KINDS if it.page == page and it.folder and not it.has_pages), None)
    kind = FOLDERS.get(posixpath.dirname(page))
    return kind if kind and kind.has_pages else None


def embed_of(page: str) -> str:
    """The address of the bare copy of a page that other sites may frame."""
    return f"embed/{page.replace('/', '-')}"


def page_of(address: str) -> str:
    """The page that an address is on."""
    return address.partition("#")[0]


def absolute(url: str, address: str) -> str:
    """The whole address on the web of something on a site that stands at `url`, percent-encoded."""
    page, hash_mark, fragment = address.partition("#")
    path = "" if page == kind_of(Home).page and not fragment else quote(page)
    return f"{url.rstrip('/')}/{path}" + (f"#{quote(fragment)}" if hash_mark else "")


def relative(address: str, from_page: str) -> str:
    """The link from one page to an address, percent-encoded, without a leading slash."""
    page, hash_mark, fragment = address.partition("#")
    if page == from_page and fragment:
        return f"#{quote(fragment)}"
    path = posixpath.relpath(page, posixpath.dirname(from_page) or ".")
    return quote(path) + (f"#{quote(fragment)}" if hash_mark else "")


def at_words(url: str, pin: str | None) -> str:
    """The address with the `:~:text=` directive that takes a browser to the words (WICG Scroll To Text Fragment)."""
    if not pin:
        return url
    words = pin.split()
    ends = [words] if len(words) <= _LONGEST_DIRECTIVE else [words[:4], words[-4:]]
    # Hyphens, commas and ampersands have a meaning in the directive; quote() leaves the first alone.
    directive = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"
