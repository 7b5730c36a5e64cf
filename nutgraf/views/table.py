"""PAGES, the table of what makes each kind's pages. The navigation has its order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nutgraf.locales.pick import interface_for
from nutgraf.model.kinds import kind_of
from nutgraf.model.pages import Page
from nutgraf.model.records import About, Change, Document, Event, Explainer, Home, Number, Player, Source, Term
from nutgraf.model.site import Content
from nutgraf.views.changes import changes_page
from nutgraf.views.edition import Edition
from nutgraf.views.explainers import explainer_pages, explainers_page
from nutgraf.views.home import home_page
from nutgraf.views.plain import about_page, not_found_page, redirect_pages
from nutgraf.views.reference import glossary_page, numbers_page, players_page
from nutgraf.views.sources import sources_page
from nutgraf.views.timeline import timeline_pages

PAGES: tuple[tuple[type[Document], Callable[[Edition], Iterator[Page]]], ...] = (
    (Home, home_page),
    (Event, timeline_pages),
    (Explainer, explainers_page),
    (Player, players_page),
    (Number, numbers_page),
    (Term, glossary_page),
    (Source, sources_page),
    (Change, changes_page),
    (Explainer, explainer_pages),
    (About, about_page),
)
"""An explainer stands twice, since sitemap.xml has this order too: its own page comes behind the lists of all kinds."""


def pages(edition: Edition) -> Iterator[Page]:
    """Every page: those of each kind that has files, and those that belong to none."""
    for record, make in PAGES:
        if edition.content.of(record):
            yield from make(edition)
    yield from not_found_page(edition)
    yield from redirect_pages(edition)


def navigation(content: Content) -> tuple[tuple[str, str], ...]:
    """The label and address of each kind's page; a kind without files has none."""
    strings = interface_for(content.site.lang).strings
    kinds = (kind_of(record) for record in dict.fromkeys(record for record, _ in PAGES) if content.of(record))
    return tuple((kind.label(strings), kind.page) for kind in kinds)
