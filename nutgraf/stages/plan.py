"""Content to a plan: every page with what its template is given, and every file that is carried over as it is.

Refuses two things on one address.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from nutgraf.evidence.verdicts import Evidence
from nutgraf.exports.files import exports
from nutgraf.languages.language import direction
from nutgraf.model.inputs import Inputs
from nutgraf.model.pages import Output, Page, Plan, SiteView
from nutgraf.model.problems import Checked, Place, Problem
from nutgraf.model.site import Content
from nutgraf.model.walk import live_addresses
from nutgraf.reading.typography import typeset
from nutgraf.views.changes import changes_page
from nutgraf.views.edition import Edition, edition_of
from nutgraf.views.explainers import explainer_pages, explainers_page
from nutgraf.views.home import home_page
from nutgraf.views.plain import about_page, not_found_page, redirect_pages
from nutgraf.views.reference import glossary_page, numbers_page, players_page
from nutgraf.views.sources import sources_page
from nutgraf.views.timeline import timeline_pages


def plan(content: Content, evidence: Evidence, inputs: Inputs) -> Checked[Plan]:
    """Everything that public/ will hold. Call it only with content that has no errors."""
    edition = edition_of(content, evidence)
    pages = tuple(_pages(edition))
    copies = (*_copies(inputs), *exports(edition, pages))
    site = SiteView(
        title=typeset(content.site.title, content.site.lang),
        url=content.site.url,
        publisher=typeset(content.site.publisher, content.site.lang) if content.site.publisher else None,
        lang=content.site.lang,
        direction=direction(content.site.lang),
        strings=edition.language.strings,
    )
    made = Plan(site=site, pages=pages, copies=copies, permalinks=tuple(sorted(live_addresses(content))))
    return Checked(made, tuple(_collisions(made)))


def _pages(edition: Edition) -> Iterator[Page]:
    content = edition.content
    kinds = (
        (content.explainers, explainers_page),
        (content.players, players_page),
        (content.numbers, numbers_page),
        (content.terms, glossary_page),
        (content.sources, sources_page),
        (content.changes, changes_page),
    )
    yield home_page(edition)
    if content.events:
        yield from timeline_pages(edition)
    yield from (page(edition) for documents, page in kinds if documents)
    yield from explainer_pages(edition)
    if content.about is not None:
        yield about_page(edition, content.about)
    yield not_found_page(edition)
    yield from redirect_pages(edition)


def _copies(inputs: Inputs) -> Iterator[Output]:
    yield from (Output(blob.path, blob.data) for blob in inputs.assets)
    yield from (Output(f"media/{blob.path}", blob.data) for blob in inputs.media)


def _collisions(made: Plan) -> Iterator[Problem]:
    """Addresses that two files would share, also where a file system doesn't tell capitals or accents apart."""
    taken: dict[str, str] = {}
    for address in (*(page.address for page in made.pages), *(copy.address for copy in made.copies)):
        key = _key(address)
        if key in taken:
            message = f"public/{address} would be made twice"
            yield Problem(code="address", at=Place(taken[key]), message=message, hint="rename one of the files")
        taken[key] = address
    folders = {
        _key(str(folder)): str(folder) for address in taken.values() for folder in PurePosixPath(address).parents
    }
    for key in sorted(folders.keys() & taken.keys()):
        message = f"public/{folders[key]} would be a folder and a file"
        yield Problem(code="address", at=Place(taken[key]), message=message, hint="rename one of them")


def _key(address: str) -> str:
    return unicodedata.normalize("NFC", address).casefold()
