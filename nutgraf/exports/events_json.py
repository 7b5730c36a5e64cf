"""events.json: every event with all its fields, dates as EDTF with their bounds, for whoever builds on the timeline."""

from __future__ import annotations

import json

from nutgraf.model.addresses import address_of
from nutgraf.model.edtf import Edtf
from nutgraf.model.edtf_points import FIRST_DAY, LAST_DAY, Day
from nutgraf.model.records import Citation, Event
from nutgraf.model.site import Site


def events_json(site: Site, events: tuple[Event, ...]) -> bytes:
    """A JSON object with the site's title, language and address and its events, oldest first."""
    whole = {
        "title": site.title,
        "lang": site.lang,
        "url": site.url,
        "events": [_event(event) for event in events],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _event(event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "address": address_of(event),
        "title": event.title,
        "date": _date(event.date),
        "time": event.time,
        "date_note": event.date_note,
        "kind": event.kind,
        "status": event.status,
        "importance": event.importance,
        "place": event.place,
        "tags": list(event.tags),
        "players": list(event.players),
        "in_response_to": event.in_response_to,
        "sources": [_citation(citation) for citation in event.sources],
        "body": event.markdown.text.strip(),
    }


def _date(date: Edtf) -> dict[str, object]:
    return {
        "edtf": date.text,
        "earliest": _bound(date.earliest),
        "latest": _bound(date.latest),
        "precision": date.precision,
    }


def _bound(day: Day) -> str | None:
    """A day, or None for an end that is open."""
    return None if day in (FIRST_DAY, LAST_DAY) else day.isoformat()


def _citation(citation: Citation) -> dict[str, object]:
    fields = {"source": citation.source, "quote": citation.quote, "translation": citation.translation}
    return {name: value for name, value in fields.items() if value is not None}
