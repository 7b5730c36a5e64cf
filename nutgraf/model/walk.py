"""Ways through the content that several checks and views take."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.model.addresses import address_of
from nutgraf.model.fields import fields_of, item_of, without_none
from nutgraf.model.prose import Cite
from nutgraf.model.records import (
    Citation,
    Description,
    Document,
    Event,
    Explainer,
    Home,
    KeyPoint,
    Media,
    Number,
    SeriesPoint,
    Text,
    Trail,
)
from nutgraf.model.site import Content


def documents_of(content: Content) -> Iterator[Document]:
    """Every document but the sources, whose bodies are never published, in the order of the site."""
    yield content.home
    if content.about is not None:
        yield content.about
    yield from content.explainers
    yield from content.events
    yield from content.players
    yield from content.numbers
    yield from content.terms
    yield from content.changes


def published(content: Content) -> Iterator[Document]:
    """Every document that has an address of its own, home and about left out."""
    yield from content.explainers
    yield from content.events
    yield from content.players
    yield from content.numbers
    yield from content.terms
    yield from content.sources
    yield from content.changes


def live_addresses(content: Content) -> frozenset[str]:
    """Every address of a thing of its own that this build makes, under its id and its earlier ids."""
    return frozenset(address_of(it, name) for it in published(content) for name in (it.id, *it.aliases))


def citations_of(document: Document) -> Iterator[tuple[Citation, Trail]]:
    """The source references in a document's front matter, and the way to each."""
    if isinstance(document, Event | Number):
        for number, citation in enumerate(document.sources):
            yield citation, ("sources", number)
    if isinstance(document, Home | Explainer):
        for point_number, point in enumerate(document.key_points):
            for number, citation in enumerate(point.sources):
                yield citation, ("key_points", point_number, "sources", number)


def sources_cited_by(document: Document) -> frozenset[str]:
    """The ids of all sources that a document names, in front matter or body."""
    named = {citation.source for citation, _ in citations_of(document)}
    return frozenset(named | {slot.source for slot in document.body.slots() if isinstance(slot, Cite)})


def file_index(content: Content) -> dict[str, Document]:
    """Every document by its path relative to content/."""
    return {it.origin.path.removeprefix("content/"): it for it in (*documents_of(content), *content.sources)}


def texts_of(document: Document) -> Iterator[tuple[str, Trail]]:
    """Every text in a document's front matter that readers see as the site's own words, and the way to each."""
    for spec in fields_of(type(document)):
        yield from _texts(getattr(document, spec.name), spec.type, (spec.name,))


def _texts(value: object, declared: object, trail: Trail) -> Iterator[tuple[str, Trail]]:
    wanted, item = without_none(declared), item_of(declared)
    if item is not None and isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from _texts(entry, item, (*trail, number))
    elif wanted in (Text, Description) and isinstance(value, str):
        yield value, trail
    elif isinstance(value, KeyPoint | Media | SeriesPoint):
        for spec in fields_of(type(value)):
            yield from _texts(getattr(value, spec.name), spec.type, (*trail, spec.name))
