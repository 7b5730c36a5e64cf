"""Spreadsheets and TimelineJS files to events: each row becomes a file of content/timeline/, and no column is lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nutgraf.importing import slides
from nutgraf.importing.decode import Unreadable, decode
from nutgraf.importing.drafts import DraftFile
from nutgraf.importing.events import Row, event_text, own_row
from nutgraf.model.problems import has_errors
from nutgraf.model.records import Event
from nutgraf.model.slugs import slug, why_not_an_id
from nutgraf.reading.frontmatter.split import split
from nutgraf.reading.frontmatter.typed import read_fields
from nutgraf.reading.frontmatter.yamltree import read_yaml

_DELIMITERS = ",;\t"
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """The events of a spreadsheet as files, and what to tell about it."""

    files: tuple[DraftFile, ...]
    notes: tuple[str, ...]


def read_sheet(data: bytes, name: str, encoding: str | None) -> Sheet:
    """The events of a .csv or .json file. Raises Unreadable with the row that can't be one."""
    decoded = decode(data, encoding)
    notes = [f"  read as   {decoded.encoding}"]
    if name.lower().endswith(".json"):
        rows = slides.rows(slides.from_json(decoded.text), notes)
    else:
        rows = _rows(*_table(decoded.text), notes)
    files = tuple(_files(rows))
    if not files:
        raise Unreadable("it holds no event")
    return Sheet(files, tuple(notes))


def _table(text: str) -> tuple[list[str], list[Mapping[str, str]]]:
    """The columns, and the rows below the header, each a mapping of column to cell without the empty ones."""
    header = text.lstrip("\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True) if any(row)]
    except csv.Error as error:
        raise Unreadable(f"it is not CSV: {error}", "save it as CSV again, in UTF-8") from None
    if not rows:
        raise Unreadable("it holds no event")
    names = list(_named(rows[0], max(len(row) for row in rows)))
    return names, [{name: cell for name, cell in zip(names, row, strict=False) if cell.strip()} for row in rows[1:]]


def _named(header: list[str], width: int) -> Iterator[str]:
    """A name of its own for each column, for those without one too."""
    taken: set[str] = set()
    for number in range(width):
        name = " ".join(header[number].split()) if number < len(header) else ""
        name = name or f"column {number + 1}"
        while name in taken:
            name += f" ({number + 1})"
        taken.add(name)
        yield name


def _rows(columns: list[str], table: list[Mapping[str, str]], notes: list[str]) -> list[Row]:
    if {"date", "title"} <= set(columns):
        return [own_row(row, number) for number, row in enumerate(table, 2)]
    if {"year", "headline"} <= {name.casefold() for name in columns}:
        return slides.rows(table, notes)
    hint = "columns date and title make an event, and so do Year and Headline, as in TimelineJS"
    raise Unreadable("its columns are not those of events", hint)


def _files(rows: list[Row]) -> Iterator[DraftFile]:
    taken: set[str] = {row.id for row in rows if row.id}
    used: set[str] = set()
    for row in rows:
        name = row.id or _new_id(row, taken)
        taken.add(name)
        reason = why_not_an_id(name)
        if reason:
            raise Unreadable(f'row {row.number}: "{name}" can\'t be an id: {reason}', f"write {slug(name)}")
        if name in used:
            raise Unreadable(f'row {row.number}: the id "{name}" stands in two rows')
        used.add(name)
        text = event_text(row)
        _check(text, row.number)
        yield DraftFile(f"{name}.md", text)


def _new_id(row: Row, taken: set[str]) -> str:
    words = slug(str(row.fields.get("title", "")))[:_LONGEST_ID].strip("-") or f"event-{row.number}"
    name, number = words, 2
    while name in taken or why_not_an_id(name):
        name, number = f"{words}-{number}", number + 1
    return name


def _check(text: str, number: int) -> None:
    """Raise Unreadable where the event would not be read back."""
    parts = split(text, "")
    tree = read_yaml(parts.value.yaml, "", 2) if parts.value else None
    if tree is None or tree.value is None:
        raise Unreadable(f"row {number} can't be written as an event")
    reading = read_fields(Event, tree.value, tree.value.at)
    problems = [it for it in (*tree.problems, *reading.problems) if it.severity == "error"]
    if has_errors(problems):
        raise Unreadable(f"row {number}: {problems[0].message}", problems[0].hint)
