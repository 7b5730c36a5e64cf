"""Where each thing stands in public/, and the relative links between pages. Refuses absolute links."""

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
