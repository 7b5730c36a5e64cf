"""events.csv: every event with all its fields, one a row, so that `import` makes the same events of it again."""

from __future__ import annotations

import csv
import io

from nutgraf.model.records import Event
from nutgraf.reading.cells import written
from nutgraf.reading.columns import columns_of


def events_csv(events: tuple[Event, ...]) -> bytes:
    """A table in UTF-8 with a header row (RFC 4180), oldest event first; what an import kept has the last columns."""
    columns = columns_of(Event)
    kept = tuple(dict.fromkeys(name for event in events for name in event.imported or ()))
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(("id", *(column.name for column in columns), "body", *kept))
    for event in events:
        cells = (written(column.value_in(event)) for column in columns)
        others = event.imported or {}
        writer.writerow((event.id, *cells, event.markdown.text.strip("\n"), *(others.get(name, "") for name in kept)))
    return table.getvalue().encode("utf-8")
