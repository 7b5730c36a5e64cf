"""`in_response_to` makes chains, never circles, and no event answers a later one."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.model.problems import Problem
from nutgraf.model.records import Event
from nutgraf.model.site import Content


def check_chains(content: Content) -> Iterator[Problem]:
    """A problem for each event that answers itself, through others or not, or that is over before what it answers."""
    for event in content.of(Event):
        answered = _answered(event, content)
        if answered is None:
            continue
        at = event.origin.at("in_response_to")
        if _leads_back(event, content):
            hint = "in a chain of responses each event answers an earlier one"
            yield Problem(code="chain", at=at, message=f'"{event.id}" ends up answering itself', hint=hint)
        elif event.date.latest < answered.date.earliest:
            message = f'"{event.id}" is over before "{answered.id}", which it answers'
            yield Problem(code="chain", at=at, message=message, hint="check both dates, or turn the link round")


def _answered(event: Event, content: Content) -> Event | None:
    target = content.targets.get(event.in_response_to or "")
    return target if isinstance(target, Event) else None


def _leads_back(start: Event, content: Content) -> bool:
    seen: set[str] = set()
    event = _answered(start, content)
    while event is not None and event.id not in seen:
        if event is start:
            return True
        seen.add(event.id)
        event = _answered(event, content)
    return False
