"""The columns of events.csv, read off the record's annotations. Refuses to write or read a cell."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.model.fields import FieldSpec, fields_of, is_mapping, is_record
from nutgraf.model.records import Document, EventDate

BOUNDS = ("earliest", "latest", "precision")
"""What a date says, in columns of their own for whoever sorts by them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the way from a document to its value, and the field it is read back into."""

    name: str
    path: tuple[str, ...]
    spec: FieldSpec | None = None
    """None for what follows from another column."""

    def value_in(self, document: Document) -> object:
        """What a document has for it; None if it has nothing."""
        value: object = document
        for step in self.path:
            value = getattr(value, step) if value is not None else None
        return value


def columns_of(record: type[Document]) -> tuple[Column, ...]:
    """The columns of a kind's fields: the required ones, its own, those of every kind, then those with parts.

    Mappings have none: what stands there has names of its own.
    """
    shared = {spec.name for spec in fields_of(Document)}
    specs = [spec for spec in fields_of(record) if not is_mapping(spec.wanted)]
    specs.sort(key=lambda it: (not it.required, is_record(it.wanted), it.name in shared))
    return tuple(column for spec in specs for column in _columns(spec))


def _columns(spec: FieldSpec) -> tuple[Column, ...]:
    """The columns of one field. The first part of a nested record stands under the field's own name."""
    if is_record(spec.wanted):
        first, *others = fields_of(spec.wanted)
        parts = ((spec.name, first), *((f"{spec.name}_{it.name}", it) for it in others))
        return tuple(Column(name, (spec.name, part.name), part) for name, part in parts)
    bounds = BOUNDS if spec.wanted is EventDate else ()
    return (Column(spec.name, (spec.name,), spec), *(Column(name, (spec.name, name)) for name in bounds))
