"""The timeline: events by year, with the events that each answers and led to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from nutgraf.model import addresses
from nutgraf.model.addresses import address_of, embed_of
from nutgraf.model.edtf_points import Open
from nutgraf.model.kinds import MEDIA_FOLDER, kind_of
from nutgraf.model.pages import Page
from nutgraf.model.records import Event, Media
from nutgraf.views.edition import Edition
from nutgraf.views.facets import Facet, classes_of, facets_of
from nutgraf.views.parts import DateView, LinkView, MarkView, PageView, RichText
from nutgraf.views.responses import ChainView, answers_to, chains
from nutgraf.views.strip import StripView, strip_of
from nutgraf.views.writer import Writer

TIMELINE = kind_of(Event).page
_FOLDER = kind_of(Event).folder

DOWNLOADS = (
    (addresses.EVENTS_JSON, "JSON"),
    (addresses.EVENTS_CSV, "CSV"),
    (addresses.EVENTS_ICS, "iCalendar"),
    (addresses.TIMELINEJS, "TimelineJS"),
)

MOST_EVENTS = 250
"""On one page; a longer timeline is divided into periods."""

Years = list[tuple[int | None, list[Event]]]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the timeline with a page of its own; without a label, the whole of it."""

    address: str
    label: str
    years: Years

    def events(self) -> tuple[Event, ...]:
        """Its events in the order of the page."""
        return tuple(event for _, group in self.years for event in group)


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaView:
    """A picture."""

    src: str
    alt: str
    credit: str | None
    licence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One event of the timeline, whole."""

    id: str
    aliases: tuple[str, ...]
    lang: str | None
    title: str
    date: DateView
    time: str | None
    importance: int
    classes: tuple[str, ...]
    """What the filters know it by."""
    href: str
    """Where it stands whole."""
    kind: str
    """The label of its kind; empty when it simply happened."""
    status: str
    """The label of its status; empty when it is confirmed."""
    place: str | None
    date_note: str | None
    body: RichText
    footnotes: RichText
    marks: tuple[MarkView, ...]
    players: tuple[LinkView, ...]
    tags: tuple[str, ...]
    media: MediaView | None
    in_response_to: LinkView | None
    led_to: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The events of one year, or those whose beginning is not known."""

    id: str
    label: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView(PageView):
    """What the template of the timeline, or of one period of it, is given."""

    label: str
    """The years of a period; empty on the timeline itself."""
    strip: StripView | None
    facets: tuple[Facet, ...]
    chains: tuple[ChainView, ...]
    years: tuple[YearView, ...]
    is_index: bool
    """Whether events are only listed here, each with a link to its period's page."""
    periods: tuple[LinkView, ...]


def timeline_pages(edition: Edition) -> Iterator[Page]:
    """The timeline and, past a limit, a page for each period; every event keeps its address on the timeline itself."""
    events = edition.content.of(Event)
    years = _by_year(events)
    if edition.content.site.order == "newest":
        years = [(year, group[::-1]) for year, group in years[::-1]]
    whole = Period(TIMELINE, "", years)
    periods = _periods(edition, years) if len(events) > MOST_EVENTS else []
    moved = {address_of(event): f"{period.address}#{event.id}" for period in periods for event in period.events()}
    yield _page(edition, whole, periods, moved)
    if edition.content.site.url:
        bare = replace(whole, address=embed_of(whole.address))
        yield replace(_page(edition, bare, periods, moved), template="embed-timeline.html", is_listed=False)
    for period in periods:
        yield _page(edition, period, periods, moved)


def _page(edition: Edition, period: Period, periods: list[Period], moved: Mapping[str, str]) -> Page:
    """The page of a period or of the whole; `moved` says where each event stands whole, if not on the timeline."""
    original = period.address if period.label else TIMELINE
    writer = Writer(edition, period.address, canonical=original, moved=moved)
    events = period.events()
    is_index = bool(moved) and not period.label
    answers = answers_to(edition.content)
    view = TimelineView(
        frame=writer.frame(f"{edition.language.strings.timeline} {period.label}".strip()),
        label=period.label,
        strip=strip_of(tuple(sorted(_foremost(events), key=lambda event: event.date.sort_key)), edition.year),
        facets=facets_of(edition, events),
        chains=() if is_index else tuple(chains(writer, events, answers)),
        is_index=is_index,
        periods=tuple(LinkView(writer.href(it.address), it.label) for it in periods),
        years=tuple(_year(writer, year, group, answers, is_index) for year, group in period.years),
        notes=writer.notes,
        embed_url=None if period.label else writer.embed_url(TIMELINE),
        downloads=() if period.label else writer.downloads(*DOWNLOADS),
    )
    return Page(address=period.address, template="timeline.html", view=view)


def _foremost(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The most important of so many events that a drawing can't show them all."""
    return tuple(sorted(events, key=lambda event: -event.importance)[:MOST_EVENTS])


def _by_year(events: tuple[Event, ...]) -> Years:
    """Events by the year that they are listed under; None for those whose beginning is not known."""
    groups: dict[int | None, list[Event]] = {}
    for event in events:
        year = None if isinstance(event.date.start, Open) else event.date.calendar_year
        groups.setdefault(year, []).append(event)
    return list(groups.items())


def _periods(edition: Edition, years: Years) -> list[Period]:
    """Neighbouring years put together until a page is full; a year is never divided."""
    parts: list[Years] = [[]]
    for year in years:
        if parts[-1] and sum(len(group) for _, group in (*parts[-1], year)) > MOST_EVENTS:
            parts.append([])
        parts[-1].append(year)
    return [_period(edition, part) for part in parts]


def _period(edition: Edition, years: Years) -> Period:
    named = [year for year, _ in years if year is not None]
    if not named:
        return Period(f"{_FOLDER}/start.html", edition.language.strings.no_known_beginning, years)
    ends = sorted({min(named), max(named)})
    digits = "-".join(f"{year:05}" if year < 0 else f"{year:04}" for year in ends)
    return Period(f"{_FOLDER}/{digits}.html", "\u2013".join(edition.year(year) for year in ends), years)


def _year(
    writer: Writer,
    year: int | None,
    events: list[Event],
    answers: Mapping[str, tuple[Event, ...]],
    is_index: bool,
) -> YearView:
    if year is None:
        name, label = "start", writer.edition.language.strings.no_known_beginning
    else:
        name, label = str(year), writer.edition.year(year)
    return YearView(
        id=f"_year-{name}",
        label=label,
        events=tuple(_event(writer, it, answers.get(it.id, ()), is_index) for it in events),
    )


def _event(writer: Writer, event: Event, answers: tuple[Event, ...], is_listed: bool) -> EventView:
    strings = writer.edition.language.strings
    targets = writer.edition.content.targets
    return EventView(
        id=event.id,
        aliases=event.aliases,
        lang=event.lang,
        title=writer.words(event.title, event.lang),
        date=writer.date(event.date),
        time=event.time,
        importance=event.importance,
        kind=strings.event_kinds[event.kind],
        status=strings.event_statuses[event.status],
        place=writer.words(event.place, event.lang) if event.place else None,
        date_note=writer.words(event.date_note, event.lang) if event.date_note else None,
        classes=classes_of(event, writer.edition),
        href=writer.link(event).href,
        marks=() if is_listed else writer.marks(event.sources),
        body=() if is_listed else writer.text(event.body.lead),
        footnotes=() if is_listed else writer.text(event.body.footnotes),
        players=tuple(writer.link(targets[player]) for player in event.players),
        tags=event.tags,
        media=_media(writer, event.media),
        in_response_to=writer.link(targets[event.in_response_to]) if event.in_response_to else None,
        led_to=tuple(writer.link(it) for it in answers),
    )


def _media(writer: Writer, media: Media | None) -> MediaView | None:
    if media is None:
        return None
    src = writer.href(f"{MEDIA_FOLDER}/{media.src}")
    return MediaView(src=src, alt=media.alt, credit=media.credit, licence=media.licence)
