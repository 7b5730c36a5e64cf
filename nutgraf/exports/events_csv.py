"""events.csv: every event with all its fields, one a row, so that `import` makes the same events of it again."""

from __future__ import annotations

import csv
import io

from nutgraf.model.edtf_points import FIRST_DAY, LAST_DAY, Day
from nutgraf.model.records import Event
from nutgraf.reading.cells import COLUMNS, join, join_citations


def events_csv(events: tuple[Event, ...]) -> bytes:
    """A table in UTF-8 with a header row (RFC 4180), oldest event first."""
    kept = tuple(dict.fromkeys(name for event in events for name in event.imported or {}))
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow((*COLUMNS, *kept))
    writer.writerows((*_row(event), *(_imported(event, name) for name in kept)) for event in events)
    return table.getvalue().encode("utf-8")


def _row(event: Event) -> tuple[str, ...]:
    media = event.media
    cells: dict[str, str | int | None] = {
        "id": event.id,
        "date": event.date.text,
        "earliest": _bound(event.date.earliest),
        "latest": _bound(event.date.latest),
        "precision": event.date.precision,
        "title": event.title,
        "kind": event.kind,
        "status": event.status,
        "importance": event.importance,
        "place": event.place,
        "time": event.time,
        "tags": join(event.tags),
        "players": join(event.players),
        "sources": join_citations(event.sources),
        "in_response_to": event.in_response_to,
        "date_note": event.date_note,
        "seq": event.seq,
        "lang": event.lang,
        "draft": "true" if event.draft else None,
        "aliases": join(event.aliases),
        "media": media.src if media else None,
        "media_alt": media.alt if media else None,
        "media_credit": media.credit if media else None,
        "media_licence": media.licence if media else None,
        "body": event.markdown.text.strip("\n"),
    }
    return tuple("" if cells[name] is None else str(cells[name]) for name in COLUMNS)


def _imported(event: Event, name: str) -> str:
    return next((text for column, text in (event.imported or {}).items() if column == name), "")


def _bound(day: Day) -> str:
    """A day; nothing for an end that is open."""
    return "" if day in (FIRST_DAY, LAST_DAY) else day.isoformat()
