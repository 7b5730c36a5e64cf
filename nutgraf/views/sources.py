"""The page of sources: what each is, where it can be read, and what it supports."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from nutgraf.model import addresses
from nutgraf.model.addresses import address_of, page_of
from nutgraf.model.kinds import kind_of
from nutgraf.model.pages import Page
from nutgraf.model.records import Source
from nutgraf.views.edition import Edition, Mention
from nutgraf.views.parts import DateView, LinkView, PageView
from nutgraf.views.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One source."""

    id: str
    aliases: tuple[str, ...]
    title: str
    lang: str | None
    publisher: str
    author: str | None
    kind: str
    date: DateView | None
    date_note: str | None
    url: str | None
    archive_url: str | None
    accessed: DateView | None
    results: tuple[str, ...]
    """What looking its pinned passages up came to, a sentence for each result there is."""
    supports: tuple[SupportedPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportedPage:
    """A page that rests on a source, and where on it."""

    page: LinkView
    places: tuple[LinkView, ...]
    """Its sections or entries; none when the source supports the page as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView(PageView):
    """What the template of the sources is given."""

    sources: tuple[SourceView, ...]


def sources_page(edition: Edition) -> Iterator[Page]:
    """All sources, by id."""
    writer = Writer(edition, kind_of(Source).page)
    view = SourcesView(
        frame=writer.frame(edition.language.strings.sources),
        sources=tuple(_source(writer, it) for it in edition.content.of(Source)),
        notes=(),
        downloads=writer.downloads((addresses.SOURCES_CSL, "CSL-JSON")),
    )
    yield Page(address=kind_of(Source).page, template="sources.html", view=view)


def _source(writer: Writer, source: Source) -> SourceView:
    return SourceView(
        id=source.id,
        aliases=source.aliases,
        title=writer.words(source.title, source.lang),
        lang=source.lang,
        publisher=writer.words(source.publisher, source.lang),
        author=writer.words(source.author, source.lang) if source.author else None,
        kind=writer.edition.language.strings.source_kinds[source.kind],
        date=writer.date(source.date) if source.date else None,
        date_note=writer.words(source.date_note) if source.date_note else None,
        url=source.url,
        archive_url=source.archive_url,
        accessed=_day(writer, source.accessed),
        results=_results(writer.edition, source),
        supports=tuple(_supported(writer, writer.edition.support.get(source.id, ()))),
    )


def _supported(writer: Writer, mentions: tuple[Mention, ...]) -> Iterator[SupportedPage]:
    labels = {address: label for label, address in writer.edition.nav}
    for page, group in groupby(mentions, key=lambda it: page_of(address_of(it.document))):
        found = tuple(group)
        label = labels[page] if page in labels else writer.words(found[0].document.title, found[0].document.lang)
        places = tuple(link for it in found if (link := _place(writer, it, page)) is not None)
        yield SupportedPage(page=LinkView(writer.href(page), label), places=places)


def _place(writer: Writer, mention: Mention, page: str) -> LinkView | None:
    """A link to the section or the entry; None for what is said on the page before its first section."""
    if mention.section is not None:
        return writer.section_link(mention.document, mention.section)
    return None if address_of(mention.document) == page else writer.link(mention.document)


def _results(edition: Edition, source: Source) -> tuple[str, ...]:
    counts: Counter[str] = Counter(result for (name, _), result in edition.evidence.pins.items() if name == source.id)
    words = edition.language.strings.pins_of_source
    return tuple(sentence.format(counts[result]) for result, sentence in words.items() if counts[result])


def _day(writer: Writer, day: datetime.date | None) -> DateView | None:
    return writer.date(day) if day else None
