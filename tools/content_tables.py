"""Writes the tables of docs/content.md from the code: fields from their annotations, dates from their words.

A table stands between `<!-- fields:event -->` and `<!-- /fields -->`; the one of dates between `<!-- dates -->` and
`<!-- /dates -->`. The words around them belong to people.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Mapping

from nutgraf.locales.pick import INTERFACES, interface_for
from nutgraf.model.edtf import Edtf, parse_edtf
from nutgraf.model.fields import FieldSpec, choices_of, fields_of, named_by
from nutgraf.model.kinds import KINDS
from nutgraf.model.records import (
    Citation,
    ClockTime,
    Decimal,
    Description,
    Document,
    EventDate,
    FoundEvent,
    FoundFigure,
    FoundQuote,
    Id,
    IdOf,
    KeyPoint,
    LanguageTag,
    Media,
    MediaPath,
    Quote,
    SeriesPoint,
    Sha256,
    SiteUrl,
    Text,
    Url,
)
from nutgraf.model.site import CheckLevels, Site
from nutgraf.reading.frontmatter.values import DESCRIPTION_LENGTH

RECORDS: dict[str, type] = {
    **{kind.name: kind.record for kind in KINDS},
    "document": Document,
    "citation": Citation,
    "key-point": KeyPoint,
    "media": Media,
    "series-point": SeriesPoint,
    "found-quote": FoundQuote,
    "found-event": FoundEvent,
    "found-figure": FoundFigure,
    "site": Site,
    "checks": CheckLevels,
}
"""The records that have a table, by the name their markers carry."""

_WORDS: dict[object, str] = {
    Text: "text",
    Quote: "text",
    MediaPath: "text",
    Id: "an id",
    IdOf: "an id",
    Description: f"text of {DESCRIPTION_LENGTH[0]} to {DESCRIPTION_LENGTH[-1]} characters",
    Url: "a web address",
    SiteUrl: "a web address without `?` and `#`",
    LanguageTag: "a language tag",
    ClockTime: "a time, `HH:MM`",
    Decimal: "a plain number",
    Sha256: "64 hexadecimal digits",
    datetime.date: "a day, `YYYY-MM-DD`",
    Edtf: "an EDTF date",
    EventDate: "an EDTF date",
    bool: "`true` or `false`",
    int: "a whole number",
    Mapping[Text, Text]: "names, each with a text",
    Citation: "a source reference",
    KeyPoint: "a key point",
    Media: "a picture",
    SeriesPoint: "a point",
    FoundQuote: "a quotation found",
    FoundEvent: "an event found",
    FoundFigure: "a figure found",
    CheckLevels: "a check and its level",
}

DATES = (
    "2026-01-14", "2026-01", "2026", "2018-12~", "2018?", "2024%", "201X", "20XX", "2024-XX", "2026-01-XX",
    "2024-21", "2024-22", "2024-23", "2024-24", "2019/2025", "2026-01-12/2026-01-14", "2019~/2025", "2025/..",
    "../2018", "-0043",
)  # fmt: skip
"""The dates whose words are shown, one of each form."""

_TABLE = re.compile(r"(<!-- fields:([a-z-]+) -->\n).*?(<!-- /fields -->)", re.DOTALL)
_DATES = re.compile(r"(<!-- dates -->\n).*?(<!-- /dates -->)", re.DOTALL)


def with_tables(page: str) -> str:
    """The page with every table between markers as the code would have it now."""
    page = _TABLE.sub(lambda m: f"{m[1]}{fields_table(m[2])}{m[3]}", page)
    return _DATES.sub(lambda m: f"{m[1]}{dates_table()}{m[2]}", page)


def marked(page: str) -> set[str]:
    """The names of the tables that a page asks for."""
    return {match[2] for match in _TABLE.finditer(page)}


def fields_table(name: str) -> str:
    """The table of a record's own fields; those that every kind has stand in the table of `document`."""
    record = RECORDS[name]
    shared = {spec.name for spec in fields_of(Document)} if record is not Document else set()
    own = [spec for spec in fields_of(record) if not issubclass(record, Document) or spec.name not in shared]
    if not own:
        return "It has no fields of its own.\n"
    return _table(("field", "takes", "if left out", "meaning"), [_row(spec) for spec in own])


def dates_table() -> str:
    """The forms of the profile with the words that readers are shown."""
    rows = [(f"`{text}`", *(interface_for(tag).in_words(parse_edtf(text)) for tag in INTERFACES)) for text in DATES]
    return _table(("written", *(f"shown in {tag}" for tag in INTERFACES)), rows)


def _row(spec: FieldSpec) -> tuple[str, ...]:
    name = f"**`{spec.name}`**" if spec.required else f"`{spec.name}`"
    return name, _takes(spec), _left_out(spec), spec.meaning


def _takes(spec: FieldSpec) -> str:
    if spec.item is not None:
        return f"a list: each {_word(spec.item)}"
    choices = choices_of(spec.wanted)
    return " · ".join(f"`{choice}`" for choice in choices) if choices else _word(spec.wanted)


def _word(wanted: object) -> str:
    return _WORDS[IdOf if named_by(wanted) else wanted]


def _left_out(spec: FieldSpec) -> str:
    if spec.required:
        return "an error"
    if spec.default in (None, ()) or dataclasses.is_dataclass(spec.default):
        return ""
    return f"`{str(spec.default).lower() if isinstance(spec.default, bool) else spec.default}`"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
