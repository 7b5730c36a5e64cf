"""Where each thing stands in public/, and the relative links between pages. Refuses absolute links."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from nutgraf.model.records import Change, Document, Event, Explainer, Number, Player, Source, Term

HOME = "index.html"
ABOUT = "about.html"
TIMELINE = "timeline.html"
EXPLAINERS = "explainers.html"
PLAYERS = "players.html"
NUMBERS = "numbers.html"
GLOSSARY = "glossary.html"
SOURCES = "sources.html"
CHANGES = "changes.html"
NOT_FOUND = "404.html"

EVENTS_JSON = "events.json"
EVENTS_CSV = "events.csv"
EVENTS_ICS = "events.ics"
TIMELINEJS = "timelinejs.json"
SOURCES_CSL = "sources.csl.json"
FEED = "feed.xml"

_SHARED_PAGES: dict[type[Document], str] = {
    Event: TIMELINE,
    Player: PLAYERS,
    Number: NUMBERS,
    Term: GLOSSARY,
    Source: SOURCES,
    Change: CHANGES,
}


def address_of(document: Document, name: str | None = None) -> str:
    """The address of a document in public/, under its id or under another name that it once had."""
    name = name or document.id
    if isinstance(document, Explainer):
        return f"explainers/{name}.html"
    page = _SHARED_PAGES.get(type(document))
    if page is None:
        return ABOUT if document.id == "about" else HOME
    return f"{page}#{name}"


def record_at(address: str) -> type[Document] | None:
    """What kind of thing has that address, or had it; None where no thing of its own can stand."""
    page, hash_mark, _ = address.partition("#")
    if not hash_mark:
        return Explainer if page.startswith("explainers/") else None
    return next((record for record, shared in _SHARED_PAGES.items() if shared == page), None)


def embed_of(page: str) -> str:
    """The address of the bare copy of a page that other sites may frame."""
    return f"embed/{page.replace('/', '-')}"


def page_of(address: str) -> str:
    """The page that an address is on."""
    return address.partition("#")[0]


def absolute(url: str, address: str) -> str:
    """The whole address on the web of something on a site that stands at `url`, percent-encoded."""
    page, hash_mark, fragment = address.partition("#")
    path = "" if page == HOME and not fragment else quote(page)
    return f"{url.rstrip('/')}/{path}" + (f"#{quote(fragment)}" if hash_mark else "")


def relative(address: str, from_page: str) -> str:
    """The link from one page to an address, percent-encoded, without a leading slash."""
    page, hash_mark, fragment = address.partition("#")
    if page == from_page and fragment:
        return f"#{quote(fragment)}"
    path = posixpath.relpath(page, posixpath.dirname(from_page) or ".")
    return quote(path) + (f"#{quote(fragment)}" if hash_mark else "")
