"""One row of a table as an event: its fields, its text as a content file. Knows neither CSV nor JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nutgraf.disk.reader import Unreadable
from nutgraf.model.fields import fields_of, values_of, without_none
from nutgraf.model.records import Citation, ClockTime, Description, Document, Event, Text
from nutgraf.reading.cells import Told, read_back, written
from nutgraf.reading.columns import columns_of, mappings_of
from nutgraf.reading.frontmatter import yamltext as yaml

_OTHERS_WORDS = (Text, Description, ClockTime)
"""The types whose texts a YAML tool might take for something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event as a table tells it."""

    number: int
    """The row of the table, for messages."""
    id: str | None = None
    fields: Mapping[str, Told | Mapping[str, str]]
    body: str = ""


def own_row(cells: Mapping[str, str], number: int) -> Row:
    """A row of events.csv. Raises Unreadable."""
    fields: dict[str, Told | Mapping[str, str]] = {}
    known = {"id", "body"}
    for column in columns_of(Event):
        known.add(column.name)
        cell = cells.get(column.name)
        if cell is None or column.spec is None or cell == written(column.spec.default):
            continue
        told = read_back(cell, column.spec.type)
        if told is None:
            hint = 'write id "exact words"; id; …'
            raise Unreadable(f"row {number}: {column.name} can't be read: {cell}", hint)
        name, *part = column.path
        fields[name] = {**_texts(fields.get(name)), part[0]: cell} if part else told
    fields |= {name: {it: cell for it, cell in cells.items() if it not in known} for name in mappings_of(Event)}
    return Row(number=number, id=cells.get("id"), fields=fields, body=cells.get("body", "").strip("\n"))


def _texts(told: Told | Mapping[str, str] | None) -> Mapping[str, str]:
    return told if isinstance(told, Mapping) else {}


def event_text(row: Row) -> str:
    """The event as a file of content/timeline/: single values first, in them those that every kind has."""
    shared = {spec.name for spec in fields_of(Document)}
    told = [(spec, row.fields[spec.name]) for spec in fields_of(Event) if spec.name in row.fields]
    told.sort(key=lambda it: (_depth(it[1]), it[0].name not in shared))
    lines = (_line(spec.name, it, plain=without_none(spec.type) not in _OTHERS_WORDS) for spec, it in told)
    body = f"\n{row.body}\n" if row.body else ""
    return f"---\n{''.join(lines)}---\n{body}"


def _depth(told: Told | Mapping[str, str]) -> int:
    """How much there is in a value: 0 for a text, then lists of texts, lists of records, mappings."""
    if isinstance(told, str):
        return 0
    if isinstance(told, Mapping):
        return 3
    return 2 if any(isinstance(it, Citation) for it in told) else 1


def _line(name: str, told: Told | Mapping[str, str], *, plain: bool) -> str:
    if isinstance(told, str):
        return yaml.line(name, told, plain=plain)
    if isinstance(told, Mapping):
        return yaml.mapping(name, told)
    citations = [it for it in told if isinstance(it, Citation)]
    return yaml.records(name, map(_given, citations)) if citations else yaml.texts(name, map(str, told))


def _given(citation: Citation) -> dict[str, str]:
    return {name: str(value) for name, value in values_of(citation).items() if value is not None}
