"""The pages that hold little of their own: about, 404, and the signposts at earlier addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

from nutgraf.evidence.verdicts import tally
from nutgraf.model import addresses
from nutgraf.model.addresses import address_of
from nutgraf.model.kinds import KINDS, kind_of
from nutgraf.model.pages import NavItem, Page, View
from nutgraf.model.records import About
from nutgraf.views.edition import Edition
from nutgraf.views.parts import LinkView, PageView, RichText, SectionView
from nutgraf.views.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView(PageView):
    """What the template of the about page is given."""

    lead: RichText
    sections: tuple[SectionView, ...]
    counts: tuple[tuple[str, int], ...]
    """How many claims the site makes and what checking them came to, each with its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView(View):
    """What the template of a signpost is given."""

    to: LinkView


def about_page(edition: Edition) -> Iterator[Page]:
    """Who makes the site, and how. Call it only for a site that says so."""
    (about,) = edition.content.of(About)
    writer = Writer(edition, kind_of(About).page)
    strings = edition.language.strings
    view = AboutView(
        frame=writer.frame(about.title, about.description),
        lead=writer.text(about.body.lead),
        sections=writer.sections(about.body),
        counts=tuple(zip(strings.check_counts.values(), tally(edition.evidence.judged), strict=True)),
        footnotes=writer.text(about.body.footnotes),
        notes=writer.notes,
    )
    yield Page(address=kind_of(About).page, template="about.html", view=view)


def not_found_page(edition: Edition) -> Iterator[Page]:
    """The page that hosts show for an unknown address.

    It is served at any depth, so its links begin at the root of the site's url rather than being relative.
    """
    url = edition.content.site.url
    root = urlsplit(url).path.rstrip("/") + "/" if url else ""
    writer = Writer(edition, addresses.NOT_FOUND)
    frame = writer.frame(edition.language.strings.not_found)
    nav = tuple(NavItem(label, root + quote(address), current=False) for label, address in edition.nav)
    view = View(frame=replace(frame, canonical=None, feed=None, version=None, root=root, nav=nav))
    yield Page(address=addresses.NOT_FOUND, template="404.html", view=view, is_listed=False)


def redirect_pages(edition: Edition) -> Iterator[Page]:
    """A signpost at each earlier address of what has a page of its own; others keep theirs as anchors on their page."""
    for document in (it for kind in KINDS if kind.has_pages for it in edition.content.of(kind.record)):
        for alias in document.aliases:
            address = address_of(document, alias)
            writer = Writer(edition, address, canonical=address_of(document))
            view = RedirectView(frame=writer.frame(document.title), to=writer.link(document))
            yield Page(address=address, template="redirect.html", view=view, is_listed=False)
