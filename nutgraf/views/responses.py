"""Chains of events that answer one another, as trees from the first event to the last answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nutgraf.model.records import Event
from nutgraf.model.site import Content
from nutgraf.views.parts import DateView, LinkView
from nutgraf.views.writer import Writer

MOST_LINKS = 40
"""The longest chain that is drawn to its end."""


@dataclass(frozen=True, slots=True)
class ChainView:
    """An event and the events that answered it."""

    link: LinkView
    date: DateView
    answers: tuple[ChainView, ...]


def answers_to(content: Content) -> Mapping[str, tuple[Event, ...]]:
    """By the id of an event: those that answer it, oldest first."""
    answers: dict[str, list[Event]] = defaultdict(list)
    for event in content.of(Event):
        if event.in_response_to is not None:
            answers[content.targets[event.in_response_to].id].append(event)
    return {name: tuple(events) for name, events in answers.items()}


def chains(writer: Writer, events: tuple[Event, ...], answers: Mapping[str, tuple[Event, ...]]) -> Iterator[ChainView]:
    """A tree for each of these events that is answered and itself answers nothing, oldest first."""
    for event in sorted(events, key=lambda event: event.date.sort_key):
        if event.in_response_to is None and event.id in answers:
            yield _chain(writer, event, answers, MOST_LINKS)


def _chain(writer: Writer, event: Event, answers: Mapping[str, tuple[Event, ...]], left: int) -> ChainView:
    following = answers.get(event.id, ()) if left else ()
    return ChainView(
        link=writer.link(event),
        date=writer.date(event.date),
        answers=tuple(_chain(writer, answer, answers, left - 1) for answer in following),
    )
