"""events.ics: the events known to the day, as an iCalendar file (RFC 5545); coarser ones have no place in one."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from nutgraf.model.addresses import absolute, address_of
from nutgraf.model.edtf_points import Day, Point
from nutgraf.model.records import Event
from nutgraf.model.site import Site

LONGEST_LINE = 75
"""Octets, without the line's end (RFC 5545, section 3.1)."""


def calendar(site: Site, events: tuple[Event, ...], words_of: Callable[[Event], str]) -> bytes:
    """The calendar; `words_of` gives an event's body as plain text. Days carry no time zone, as in the story."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//nutgraf//events//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escaped(site.title)}")
    for event in events:
        if _is_known_to_the_day(event):
            lines += _entry(event, site, words_of(event))
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode("utf-8")


def _is_known_to_the_day(event: Event) -> bool:
    ends = [event.date.start, *([event.date.end] if event.date.end else [])]
    return all(isinstance(end, Point) and end.is_plain and end.precision == "day" and end.year > 0 for end in ends)


def _entry(event: Event, site: Site, words: str) -> Iterator[str]:
    host = urlsplit(site.url).hostname if site.url else "nutgraf.invalid"
    time = f"{event.time}. " if event.time else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{host}"
    # When the entry was made is not known and must not depend on the clock, so it is the event's own day.
    yield f"DTSTAMP:{_compact(event.date.earliest)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_compact(event.date.earliest)}"
    yield _end(event.date.earliest, event.date.latest)
    yield f"SUMMARY:{_escaped(event.title)}"
    if time or words:
        yield f"DESCRIPTION:{_escaped(time + words)}"
    if event.place:
        yield f"LOCATION:{_escaped(event.place)}"
    if event.tags:
        yield f"CATEGORIES:{','.join(_escaped(tag) for tag in event.tags)}"
    if site.url:
        yield f"URL:{absolute(site.url, address_of(event))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _compact(day: Day) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _end(first: Day, last: Day) -> str:
    """DTEND is the first day that no longer belongs to the event; after the calendar's last day there is none."""
    day = datetime.date(*last)
    if day == datetime.date.max:
        return f"DURATION:P{(day - datetime.date(*first)).days + 1}D"
    after = day + datetime.timedelta(days=1)
    return f"DTEND;VALUE=DATE:{_compact(Day(after.year, after.month, after.day))}"


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, each after the first begun by a space, no character cut."""
    piece = ""
    for character in line:
        if len((piece + character).encode("utf-8")) > LONGEST_LINE:
            yield piece
            piece = " "
        piece += character
    yield piece
