"""Whether the fields of one file agree: what one of them asks of another. Refuses to judge a field by itself."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from nutgraf.model.problems import Place, Problem
from nutgraf.model.records import Citation, Document, Source
from nutgraf.model.walk import parts_in
from nutgraf.reading.frontmatter.typed import FieldValues


def disagreements(record: type[Document], reading: FieldValues, start: Place) -> Iterator[Problem]:
    """A problem for each field that another one belies or leaves without its partner."""
    if record is Source:
        yield from _undated(reading, start)
    yield from _updated_too_early(reading)
    yield from _translated_from_nothing(record, reading)


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


def _translated_from_nothing(record: type[Document], reading: FieldValues) -> Iterator[Problem]:
    for part in parts_in(record, reading.values):
        citation = part.value
        if isinstance(citation, Citation) and citation.translation is not None and citation.quote is None:
            hint = "add quote: the exact words of the source, or take the translation out"
            message = '"quote" is missing, of which this is the translation'
            yield Problem(code="missing-key", at=reading.places[*part.trail, "translation"], message=message, hint=hint)
