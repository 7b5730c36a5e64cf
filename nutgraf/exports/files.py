"""Which files stand beside the pages at the root of public/, and what each is made from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nutgraf.exports.csl import csl_json
from nutgraf.exports.events_csv import events_csv
from nutgraf.exports.events_json import events_json
from nutgraf.exports.ics import calendar
from nutgraf.exports.timelinejs import timelinejs
from nutgraf.exports.web import feed, robots, sitemap
from nutgraf.model import addresses
from nutgraf.model.addresses import address_of
from nutgraf.model.pages import Output, Page
from nutgraf.model.records import Change, Event, Explainer, Source
from nutgraf.views.edition import Edition


def exports(edition: Edition, pages: tuple[Page, ...]) -> Iterator[Output]:
    """Every export that the content has something for. Feed and sitemap need the site's url."""
    content, in_words = edition.content, edition.language.in_words
    events, changes, sources = content.of(Event), content.of(Change), content.of(Source)

    if sources:
        yield Output(addresses.SOURCES_CSL, csl_json(sources, in_words))
    if events:
        yield Output(addresses.EVENTS_JSON, events_json(content.site, events))
        yield Output(addresses.EVENTS_CSV, events_csv(events))
        yield Output(addresses.EVENTS_ICS, calendar(content.site, events, edition.plain))
        yield Output(addresses.TIMELINEJS, timelinejs(content.site, events, edition.plain, in_words))
    if content.site.url:
        if changes:
            yield Output(addresses.FEED, feed(content.site, content.site.url, changes, edition.plain))
        yield Output("sitemap.xml", sitemap(content.site.url, _listed(edition, pages)))
        yield Output("robots.txt", robots(content.site.url))


def _listed(edition: Edition, pages: tuple[Page, ...]) -> Iterator[tuple[str, date | None]]:
    """The pages worth finding, each with the day its text last changed where the content says so."""
    updated = {address_of(it): it.updated for it in edition.content.of(Explainer)}
    for page in pages:
        if page.is_listed:
            yield page.address, updated.get(page.address)
