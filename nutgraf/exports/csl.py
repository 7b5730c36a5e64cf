"""sources.csl.json: the source records as CSL-JSON (citation-style-language/schema, csl-data.json, version 1.0.2)."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping

from nutgraf.model.edtf import Edtf
from nutgraf.model.edtf_points import Point
from nutgraf.model.records import Source

_TYPES: Mapping[str, str] = {
    "primary": "document",
    "official": "report",
    "news": "article-newspaper",
    "research": "article-journal",
    "data": "dataset",
}

CslDate = dict[str, object]


def csl_json(sources: tuple[Source, ...], in_words: Callable[[Edtf], str]) -> bytes:
    """A CSL-JSON array with one item a source, in the order given; dates it can't hold are given in words."""
    items = [_item(source, in_words) for source in sources]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _item(source: Source, in_words: Callable[[Edtf], str]) -> dict[str, object]:
    fields: dict[str, object | None] = {
        "id": source.id,
        "type": _TYPES[source.kind],
        "title": source.title,
        "container-title": source.publisher if source.kind in ("news", "research") else None,
        "publisher": source.publisher,
        "author": [{"literal": source.author}] if source.author else None,
        "issued": _date(source.date, in_words) if source.date else None,
        "accessed": _day(source.accessed) if source.accessed else None,
        "URL": source.url,
        "archive_location": source.archive_url,
        "language": source.lang,
        "note": source.date_note,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _day(day: datetime.date) -> CslDate:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _date(date: Edtf, in_words: Callable[[Edtf], str]) -> CslDate:
    """The date in parts where CSL-JSON has parts for it, otherwise in words."""
    ends = [end for end in (date.start, date.end) if end is not None]
    points = [end for end in ends if isinstance(end, Point) and end.unspecified is None and not end.unspecified_digits]
    # Programs that cite count the years before 1 as they please.
    if len(points) < len(ends) or any(end.season or end.year < 1 for end in points):
        return {"literal": in_words(date)}
    parts: CslDate = {"date-parts": [_parts(point) for point in points]}
    if any(point.uncertain or point.approximate for point in points):
        parts["circa"] = True
    return parts


def _parts(point: Point) -> list[int]:
    return [part for part in (point.year, point.month, point.day) if part is not None]
