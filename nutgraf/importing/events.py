"""One row of a table as an event: its fields, its text as a content file. Knows neither CSV nor JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from nutgraf.importing.decode import Unreadable
from nutgraf.model.fields import fields_of
from nutgraf.model.records import ClockTime, Description, Document, Event, Text
from nutgraf.reading.cells import Told, read_back, written
from nutgraf.reading.columns import columns_of
from nutgraf.reading.frontmatter import yamltext as yaml

_IN_QUOTES = (Text, Description, ClockTime)
"""The types whose values a YAML tool might take for something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event as a table tells it."""

    number: int
    """The row of the table, for messages."""
    id: str | None = None
    fields: Mapping[str, Told]
    body: str = ""


def own_row(cells: Mapping[str, str], number: int) -> Row:
    """A row of events.csv. Raises Unreadable."""
    fields: dict[str, Told] = {}
    nested: dict[str, dict[str, str]] = defaultdict(dict)
    columns = {column.name: column for column in columns_of(Event)}
    for name, column in columns.items():
        cell = cells.get(name)
        if cell is None or column.spec is None or cell == written(column.spec.default):
            continue
        told = read_back(cell, column.spec.item)
        if told is None:
            raise Unreadable(f"row {number}: {name} can't be read: {cell}", 'write id "exact words"; id; …')
        if len(column.path) > 1:
            nested[column.path[0]][column.path[1]] = cell
        else:
            fields[name] = told
    kept = {name: cell for name, cell in cells.items() if name not in {"id", "body", *columns}}
    fields |= nested | {"imported": kept}
    return Row(number=number, id=cells.get("id"), fields=fields, body=cells.get("body", "").strip("\n"))


def event_text(row: Row) -> str:
    """The event as a file of content/timeline/: texts before lists before mappings, first what all kinds have."""
    shared = {spec.name for spec in fields_of(Document)}
    told = [(row.fields[spec.name], spec) for spec in fields_of(Event) if spec.name in row.fields]
    told.sort(key=lambda it: (not isinstance(it[0], str), isinstance(it[0], Mapping), it[1].name not in shared))
    lines = (_line(spec.name, it, plain=spec.wanted not in _IN_QUOTES) for it, spec in told)
    body = f"\n{row.body}\n" if row.body else ""
    return f"---\n{''.join(lines)}---\n{body}"


def _line(name: str, told: Told, *, plain: bool) -> str:
    if isinstance(told, str):
        return yaml.line(name, told, plain=plain)
    if isinstance(told, Mapping):
        return yaml.mapping(name, told)
    records = [it for it in told if isinstance(it, Mapping)]
    return yaml.records(name, records) + yaml.texts(name, [it for it in told if isinstance(it, str)])
