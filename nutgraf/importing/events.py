"""One row of a table as an event: its fields, its text as a content file. Knows neither CSV nor JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nutgraf.disk.reader import Unreadable
from nutgraf.model.records import Citation
from nutgraf.reading.cells import COLUMNS, DERIVED, split, split_citations
from nutgraf.reading.frontmatter import yamltext as yaml

_SINGLE = (
    "title",
    "lang",
    "draft",
    "date",
    "kind",
    "status",
    "importance",
    "place",
    "time",
    "date_note",
    "in_response_to",
    "seq",
)
_DEFAULTS = {"kind": "happened", "status": "confirmed", "importance": "2"}
_PLAIN = frozenset({"date", "draft", "kind", "status", "importance", "seq", "lang", "in_response_to"})
_MEDIA = {"media": "src", "media_alt": "alt", "media_credit": "credit", "media_licence": "licence"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event as a table tells it."""

    number: int
    """The row of the table, for messages."""
    id: str | None = None
    values: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[Citation, ...] = ()
    media: Mapping[str, str] = field(default_factory=dict)
    imported: Mapping[str, str] = field(default_factory=dict)
    body: str = ""


def own_row(cells: Mapping[str, str], number: int) -> Row:
    """A row of events.csv. Raises Unreadable."""
    sources = split_citations(cells.get("sources", ""))
    if sources is None:
        raise Unreadable(f"row {number}: sources can't be read: {cells['sources']}", 'write id "exact words"; id; …')
    return Row(
        number=number,
        id=cells.get("id"),
        values={name: cells[name] for name in _SINGLE if name in cells and cells[name] != _DEFAULTS.get(name)},
        lists={name: split(cells[name]) for name in ("tags", "players", "aliases") if name in cells},
        sources=sources,
        media={key: cells[name] for name, key in _MEDIA.items() if name in cells},
        imported={name: cell for name, cell in cells.items() if name not in COLUMNS and name not in DERIVED},
        body=cells.get("body", "").strip("\n"),
    )


def event_text(row: Row) -> str:
    """The event as a file of content/timeline/."""
    lines = [yaml.line(name, row.values[name], plain=name in _PLAIN) for name in _SINGLE if name in row.values]
    lines += [yaml.texts(name, values) for name, values in row.lists.items()]
    lines.append(yaml.records("sources", [_citation(it) for it in row.sources]))
    lines.append(yaml.mapping("media", row.media))
    lines.append(yaml.mapping("imported", row.imported))
    body = f"\n{row.body}\n" if row.body else ""
    return f"---\n{''.join(lines)}---\n{body}"


def _citation(citation: Citation) -> dict[str, str | None]:
    fields = {"source": citation.source, "quote": citation.quote, "translation": citation.translation}
    return {name: text for name, text in fields.items() if text is not None}
