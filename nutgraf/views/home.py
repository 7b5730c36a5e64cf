"""The first page: the answer, key points, what is new, key numbers, major events, and ways in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.model.kinds import kind_of
from nutgraf.model.pages import Page
from nutgraf.model.records import Change, Event, Explainer, Home, Number
from nutgraf.views.changes import change_view
from nutgraf.views.edition import Edition
from nutgraf.views.explainers import teaser
from nutgraf.views.linked_data import front_page
from nutgraf.views.parts import ChangeView, EventCard, NumberCard, PageView, PointView, RichText, SectionView, Teaser
from nutgraf.views.writer import Writer

RECENT_CHANGES = 3
RECENT_EVENTS = 5
KEY_NUMBERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(PageView):
    """What the template of the first page is given."""

    answer: RichText
    points: tuple[PointView, ...]
    sections: tuple[SectionView, ...]
    explainers: tuple[Teaser, ...]
    numbers: tuple[NumberCard, ...]
    events: tuple[EventCard, ...]
    changes: tuple[ChangeView, ...]
    timeline_href: str
    changes_href: str


def home_page(edition: Edition) -> Iterator[Page]:
    """The first page."""
    content = edition.content
    writer = Writer(edition, kind_of(Home).page, with_glosses=True)
    view = HomeView(
        frame=writer.frame(content.home.title, content.home.description, front_page(content)),
        answer=writer.text(content.home.body.lead),
        points=writer.points(content.home.key_points),
        numbers=tuple(writer.number_card(it) for it in content.of(Number)[:KEY_NUMBERS]),
        changes=tuple(change_view(writer, it) for it in content.of(Change)[:RECENT_CHANGES]),
        explainers=tuple(teaser(writer, it) for it in content.of(Explainer)),
        events=tuple(writer.event_card(it) for it in major_events(content.of(Event))),
        sections=writer.sections(content.home.body),
        timeline_href=writer.href(kind_of(Event).page),
        changes_href=writer.href(kind_of(Change).page),
        footnotes=writer.text(content.home.body.footnotes),
        notes=writer.notes,
        glosses=writer.glosses,
    )
    yield Page(address=kind_of(Home).page, template="home.html", view=view)


def major_events(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The latest of the most important events, newest first; lesser ones only fill up the list."""
    ranked = sorted(range(len(events)), key=lambda number: (events[number].importance, number))
    return tuple(events[number] for number in sorted(ranked[-RECENT_EVENTS:], reverse=True))
