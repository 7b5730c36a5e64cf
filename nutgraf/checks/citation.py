"""citation: no citation or link is shown to readers as it was typed, in a body or in a field of plain text."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.claims import BodyText, FieldText
from nutgraf.model.fields import fields_of
from nutgraf.model.problems import Problem
from nutgraf.model.records import Document, Trail
from nutgraf.model.site import Content
from nutgraf.model.walk import documents_of, texts_of
from nutgraf.reading.markdown.marks import BodyMark, marks_in
from nutgraf.reading.markdown.slips import slips

_TAKE_OUT = "take it out; citations stand in the body"


def check_citations(content: Content) -> Iterator[Problem]:
    """A problem for each citation that lacks its brackets or its @, and for each mark where none is read."""
    for document in documents_of(content):
        yield from _in_fields(document)
        for passage in document.body.passages:
            if passage.kind not in ("code", "picture", "title"):
                yield from _mistyped(BodyText(passage, document), content)


def _mistyped(wording: BodyText, content: Content) -> Iterator[Problem]:
    for slip in slips(wording.passage, content.source_index.keys()):
        to_show = "put a backslash before the [" if slip.written.startswith("[") else "put it in backticks"
        hint = f"write {slip.meant}; to show it as it stands, {to_show}"
        at = wording.place(slip.start, slip.start + len(slip.written))
        yield Problem(code="citation", at=at, message=f"{slip.written} is not a citation", hint=hint)


def _in_fields(document: Document) -> Iterator[Problem]:
    for text, trail in texts_of(document):
        wording = FieldText(text, document.origin.at(*trail))
        for start, mark in marks_in(text) if "[" in text else ():
            if mark.kind != "malformed" or mark.literal.startswith("[@"):
                message = f"{mark.literal} would be shown as it stands: this field is plain text"
                at = wording.place(start, start + len(mark.literal))
                yield Problem(code="citation", at=at, message=message, hint=_instead(mark, trail, document))


def _instead(mark: BodyMark, trail: Trail, document: Document) -> str:
    if mark.kind == "reference":
        return f"write {mark.words or 'it'} without the brackets; links stand in the body"
    if mark.kind not in ("cite", "empty pin"):
        return _TAKE_OUT
    words = ", with its words as quote" if mark.words is not None else ""
    if trail[0] == "key_points":
        return f"move it to the sources of the key point: sources: [{mark.name}]{words}"
    if any(spec.name == "sources" for spec in fields_of(type(document))):
        return f"move it to the front matter's sources: [{mark.name}]{words}"
    return _TAKE_OUT
