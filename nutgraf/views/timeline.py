"""The timeline: events by year, with the events that each answers and led to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from nutgraf.model import addresses
from nutgraf.model.edtf import parse_edtf
from nutgraf.model.edtf_points import Open
from nutgraf.model.pages import Page
from nutgraf.model.records import Event
from nutgraf.views.edition import Edition
from nutgraf.views.parts import DateView, LinkView, MarkView, PageView, Text
from nutgraf.views.writer import Writer


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
    kind: str
    """The label of its kind; empty when it simply happened."""
    status: str
    """The label of its status; empty when it is confirmed."""
    place: str | None
    date_note: str | None
    body: Text
    footnotes: Text
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
    """What the template of the timeline is given."""

    years: tuple[YearView, ...]


def timeline_page(edition: Edition) -> Page:
    """The timeline of all events."""
    writer = Writer(edition, addresses.TIMELINE)
    view = TimelineView(
        frame=writer.frame(edition.language.strings.timeline),
        years=tuple(_years(writer)),
        notes=writer.notes,
    )
    return Page(address=addresses.TIMELINE, template="timeline.html", view=view)


def _years(writer: Writer) -> list[YearView]:
    content = writer.edition.content
    answers: dict[str, list[Event]] = defaultdict(list)
    for event in content.events:
        if event.in_response_to is not None:
            answers[content.targets[event.in_response_to].id].append(event)
    groups: dict[int | None, list[Event]] = {}
    for event in content.events:
        year = None if isinstance(event.date.start, Open) else event.date.calendar_year
        groups.setdefault(year, []).append(event)
    newest_first = content.site.order == "newest"
    ordered = list(reversed(groups.items())) if newest_first else list(groups.items())
    return [_year(writer, year, events[::-1] if newest_first else events, answers) for year, events in ordered]


def _year(writer: Writer, year: int | None, events: list[Event], answers: dict[str, list[Event]]) -> YearView:
    if year is None:
        name, label = "start", writer.edition.language.strings.no_known_beginning
    else:
        # EDTF writes four digits, and a minus before them.
        name, label = str(year), writer.date(parse_edtf(f"{year:05}" if year < 0 else f"{year:04}")).words
    return YearView(
        id=f"year-{name}",
        label=label,
        events=tuple(_event(writer, it, answers.get(it.id, [])) for it in events),
    )


def _event(writer: Writer, event: Event, answers: list[Event]) -> EventView:
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
        place=event.place,
        date_note=writer.words(event.date_note) if event.date_note else None,
        marks=writer.marks(event.sources),
        body=writer.text(event.body.lead),
        footnotes=writer.text(event.body.footnotes),
        players=tuple(writer.link(targets[player]) for player in event.players),
        tags=event.tags,
        media=_media(writer, event),
        in_response_to=writer.link(targets[event.in_response_to]) if event.in_response_to else None,
        led_to=tuple(writer.link(it) for it in answers),
    )


def _media(writer: Writer, event: Event) -> MediaView | None:
    if event.media is None:
        return None
    return MediaView(
        src=writer.href(f"media/{event.media.src}"),
        alt=event.media.alt,
        credit=event.media.credit,
        licence=event.media.licence,
    )
