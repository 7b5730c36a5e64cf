"""Ways through the content that several checks and views take, and the one walk through a record's fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nutgraf.model.addresses import address_of
from nutgraf.model.fields import fields_of, is_record, named_by, values_of
from nutgraf.model.inputs import below_content
from nutgraf.model.kinds import KINDS
from nutgraf.model.prose import Cite
from nutgraf.model.records import Citation, Description, Document, MediaPath, Text, Trail
from nutgraf.model.site import Content


@dataclass(frozen=True, slots=True)
class FieldPart:
    """A value in front matter: an item of a list by itself, a nested record and then each of its own values."""

    value: object
    type: object
    """As declared, without `| None`."""
    trail: Trail


def parts_of(document: Document) -> Iterator[FieldPart]:
    """Every value in a document's front matter, outer ones first."""
    return parts_in(type(document), values_of(document))


def parts_in(record: type, values: Mapping[str, object], trail: Trail = ()) -> Iterator[FieldPart]:
    """Every value among those of a record's fields, which need not be whole."""
    for spec in fields_of(record):
        value, way = values.get(spec.name), (*trail, spec.name)
        if isinstance(value, tuple):
            for number, entry in enumerate(value):
                yield from _part(entry, spec.item, (*way, number))
        elif value is not None:
            yield from _part(value, spec.wanted, way)


def _part(value: object, wanted: object, trail: Trail) -> Iterator[FieldPart]:
    yield FieldPart(value, wanted, trail)
    if is_record(wanted):
        yield from parts_in(wanted, values_of(value), trail)


def citations_of(document: Document) -> Iterator[tuple[Citation, Trail]]:
    """The source references in a document's front matter, and the way to each."""
    return ((it.value, it.trail) for it in parts_of(document) if isinstance(it.value, Citation))


def texts_of(document: Document) -> Iterator[tuple[str, Trail]]:
    """Every text in a document's front matter that readers see as the site's own words, and the way to each."""
    return ((str(it.value), it.trail) for it in parts_of(document) if it.type in (Text, Description))


def pictures_of(document: Document) -> Iterator[tuple[str, Trail]]:
    """The files of content/media/ that a document's front matter names, and the way to each."""
    return ((str(it.value), it.trail) for it in parts_of(document) if it.type is MediaPath)


def ids_in(document: Document) -> Iterator[tuple[type[Document], str, Trail]]:
    """The ids of files that a document's front matter names, before each what it must be of, and the way to it."""
    for part in parts_of(document):
        record = named_by(part.type)
        if record is not None:
            yield record, str(part.value), part.trail


def sources_cited_by(document: Document) -> frozenset[str]:
    """The ids of all sources that a document names, in front matter or body."""
    named = {citation.source for citation, _ in citations_of(document)}
    return frozenset(named | {slot.source for slot in document.body.slots() if isinstance(slot, Cite)})


def documents_of(content: Content) -> Iterator[Document]:
    """Every document whose body is shown to readers, in the order of KINDS."""
    return (it for kind in KINDS if not kind.is_citable for it in content.of(kind.record))


def live_addresses(content: Content) -> frozenset[str]:
    """Every address of a thing of its own that this build makes, under its id and its earlier ids."""
    things = (it for kind in KINDS if kind.folder for it in content.of(kind.record))
    return frozenset(address_of(it, name) for it in things for name in (it.id, *it.aliases))


def file_index(content: Content) -> dict[str, Document]:
    """Every document by its path relative to content/."""
    return {below_content(it.origin.path): it for kind in KINDS for it in content.of(kind.record)}
