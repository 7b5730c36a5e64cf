"""Whether the fields of one file agree: what one of them asks of another. Refuses to judge a field by itself."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from nutgraf.model.problems import Place, Problem
from nutgraf.model.records import Citation, Document, KeyPoint, Source, Trail
from nutgraf.reading.frontmatter.typed import FieldValues


def disagreements(record: type[Document], reading: FieldValues, start: Place) -> Iterator[Problem]:
    """A problem for each field that another one belies or leaves without its partner."""
    if record is Source:
        yield from _undated(reading, start)
    yield from _updated_too_early(reading)
    yield from _translated_from_nothing(reading)


def _undated(reading: FieldValues, start: Place) -> Iterator[Problem]:
    if not reading.places.keys() & {("date",), ("date_note",)}:
        hint = "add date: YYYY-MM-DD, or date_note: how the date is known or why it isn't"
        yield Problem(code="missing-key", at=start, message='"date" is missing', hint=hint)


def _updated_too_early(reading: FieldValues) -> Iterator[Problem]:
    published, updated = reading.values.get("published"), reading.values.get("updated")
    if isinstance(published, datetime.date) and isinstance(updated, datetime.date) and updated < published:
        message = f"it can't be updated on {updated}, before it was published on {published}"
        hint = f"correct one of the two days; write {published} for both if its text has not changed since"
        yield Problem(code="date-value", at=reading.places["updated",], message=message, hint=hint)


def _translated_from_nothing(reading: FieldValues) -> Iterator[Problem]:
    for citation, trail in _citations(reading):
        if citation.translation is not None and citation.quote is None:
            hint = "add quote: the exact words of the source, or take the translation out"
            message = '"quote" is missing, of which this is the translation'
            yield Problem(code="missing-key", at=reading.places[*trail, "translation"], message=message, hint=hint)


def _citations(reading: FieldValues) -> Iterator[tuple[Citation, Trail]]:
    yield from _citations_in(reading.values.get("sources"), ("sources",))
    points = reading.values.get("key_points")
    for number, point in enumerate(points if isinstance(points, tuple) else ()):
        if isinstance(point, KeyPoint):
            yield from _citations_in(point.sources, ("key_points", number, "sources"))


def _citations_in(values: object, trail: Trail) -> Iterator[tuple[Citation, Trail]]:
    for number, citation in enumerate(values if isinstance(values, tuple) else ()):
        if isinstance(citation, Citation):
            yield citation, (*trail, number)
