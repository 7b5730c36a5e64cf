"""What is to be made: pages with their views, then files with their bytes."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.model.strings import Strings

PICTURES_FOLDER = "cards"
"""In public/: the pictures that social networks show beside a link."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the navigation, as seen from one page."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What every template is told of the site."""

    title: str
    url: str | None
    publisher: str | None
    lang: str
    direction: str
    strings: Strings


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the head and the masthead of a page need."""

    title: str
    description: str
    canonical: str | None
    """Its absolute address, when site.yaml gives the site's url."""
    root: str
    """What leads from this page to the root of public/: empty, or `../`."""
    nav: tuple[NavItem, ...]
    card_lines: tuple[str, ...]
    """The headline as the page's picture has it; empty for a page without one."""
    linked_data: str | None
    """JSON-LD, ready for its script element."""
    feed: str | None
    """Where the feed of changes is, when there is one."""
    version: str | None
    """The day that its text is of, in words, for paper: of an explainer its update, elsewhere the latest change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every page's template is given; each page's own view adds to it."""

    frame: Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One HTML file: its address in public/, its template, and what the template is given."""

    address: str
    template: str
    view: View
    is_listed: bool = True
    """Whether it is for search engines and social networks; signposts, 404 and bare copies are not."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file of public/: its address and its bytes."""

    address: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Every file that public/ will hold, not yet rendered."""

    site: SiteView
    pages: tuple[Page, ...]
    copies: tuple[Output, ...]
    """Files that need no rendering."""
    permalinks: tuple[str, ...]
    """Every address that readers may from now on keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """Everything rendered, in memory, sorted by address."""

    files: tuple[Output, ...]
    permalinks: tuple[str, ...]
