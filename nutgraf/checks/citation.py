"""citation: no citation or link is shown to readers as it was typed, in a body or in a field of plain text."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.claims import FieldText
from nutgraf.model.fields import fields_of
from nutgraf.model.problems import Problem
from nutgraf.model.prose import Cite, Embed, Reference
from nutgraf.model.records import Document, Trail
from nutgraf.model.site import Content
from nutgraf.model.walk import documents_of, texts_of
from nutgraf.reading.markdown.mistyped import Slip, slips
from nutgraf.reading.markdown.tokens import Malformed, Meaning, find_marks

_TAKE_OUT = "take it out; citations stand in the body"


def check_citations(content: Content) -> Iterator[Problem]:
    """A problem for each citation that lacks its brackets or its @, and for each mark where none is read."""
    for document in documents_of(content):
        yield from _in_fields(document)
        body = document.markdown
        for slip in slips(body.text, content.source_index.keys(), document.origin.path, body.first_line):
            yield _mistyped(slip)


def _mistyped(slip: Slip) -> Problem:
    to_show = "put a backslash before the [" if slip.written.startswith("[") else "put it in backticks"
    hint = f"write {slip.meant}; to show it as it stands, {to_show}"
    return Problem(code="citation", at=slip.at, message=f"{slip.written} is not a citation", hint=hint)


def _in_fields(document: Document) -> Iterator[Problem]:
    for text, trail in texts_of(document):
        wording = FieldText(text, document.origin.at(*trail))
        for start, end, meaning in find_marks(text, document.origin.path, 0) if "[" in text else ():
            literal = text[start:end]
            if isinstance(meaning, Cite | Reference | Embed) or _is_half_a_citation(literal, meaning):
                message = f"{literal} would be shown as it stands: this field is plain text"
                hint = _instead(meaning, trail, document)
                yield Problem(code="citation", at=wording.place(start, end), message=message, hint=hint)


def _is_half_a_citation(literal: str, meaning: Meaning) -> bool:
    return isinstance(meaning, Malformed) and literal.startswith("[@")


def _instead(meaning: Meaning, trail: Trail, document: Document) -> str:
    if isinstance(meaning, Reference):
        return f"write {meaning.words or 'it'} without the brackets; links stand in the body"
    if not isinstance(meaning, Cite):
        return _TAKE_OUT
    words = ", with its words as quote" if meaning.quote is not None else ""
    if trail[0] == "key_points":
        return f"move it to the sources of the key point: sources: [{meaning.source}]{words}"
    if any(spec.name == "sources" for spec in fields_of(type(document))):
        return f"move it to the front matter's sources: [{meaning.source}]{words}"
    return _TAKE_OUT
