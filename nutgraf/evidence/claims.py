"""What a site claims and what it rests each claim on: events, numbers, key points, and paragraphs with evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol

from nutgraf.evidence.figures import claimed_figures
from nutgraf.evidence.quotations import quotations
from nutgraf.model.kinds import kind_of
from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Place
from nutgraf.model.prose import Cite, Passage
from nutgraf.model.records import Citation, Document, Event, KeyPoint, Number, Trail
from nutgraf.model.site import Content
from nutgraf.model.walk import citations_of, documents_of, parts_of

ClaimKind = Literal["event", "number", "key point", "paragraph"]


class Wording(Protocol):
    """A text that knows where each stretch of it stands."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def is_block_quote(self) -> bool:
        """Whether it is set apart as somebody else's words."""

    def place(self, start: int, end: int) -> Place:
        """Where that stretch of the text stands."""


@dataclass(frozen=True, slots=True)
class FieldText:
    """The text of a front-matter field."""

    text: str
    at: Place
    is_block_quote: ClassVar[bool] = False

    def place(self, start: int, end: int) -> Place:
        """Where that stretch stands when the field is on one line, else where the field begins."""
        quoted = self.at.width == len(self.text) + 2
        if not quoted and self.at.width != len(self.text):
            return self.at
        return self.at.shifted(start + quoted, end - start)


@dataclass(frozen=True, slots=True)
class BodyText:
    """A passage of a document's body."""

    passage: Passage
    document: Document

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text

    @property
    def is_block_quote(self) -> bool:
        """Whether it is set apart with `>`."""
        return self.passage.kind == "quotation"

    def place(self, start: int, end: int) -> Place:
        """Where that stretch stands in the document's file."""
        body = self.document.markdown
        lines = Lines(body.text, self.document.origin.path, body.first_line)
        return lines.span(*self.passage.span(start, end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something said, and the sources named for it."""

    kind: ClaimKind
    document: Document
    lang: str
    wording: Wording
    cites: tuple[Cite, ...]
    must_cite: bool = True
    """Whether it may not stand without a source."""
    value: str = ""
    """Of a number: what it is worth, without its unit."""

    @property
    def at(self) -> Place:
        """Where it stands."""
        return self.wording.place(0, len(self.wording.text))


def claims_of(content: Content) -> Iterator[Claim]:
    """Every claim of a site, in the order of KINDS."""
    for document in documents_of(content):
        lang = document.lang or content.site.lang
        cites = _cites_by_holder(document)
        own = cites.get((), ())
        if isinstance(document, Event):
            title = FieldText(document.title, document.origin.at("title"))
            yield Claim(kind="event", document=document, lang=lang, wording=title, cites=own)
        elif isinstance(document, Number):
            yield from _figures_of(document, own, lang)
        for part in parts_of(document):
            if isinstance(part.value, KeyPoint):
                text = FieldText(part.value.text, document.origin.at(*part.trail, "text"))
                beside = cites.get(part.trail, ())
                yield Claim(kind="key point", document=document, lang=lang, wording=text, cites=beside)
        yield from _paragraphs(document, own, lang)


def _figures_of(number: Number, cites: tuple[Cite, ...], lang: str) -> Iterator[Claim]:
    values: list[tuple[str, Trail, str]] = [(number.value, ("value",), lang)]
    values += [(number.previous, ("previous",), lang)] if number.previous is not None else []
    values += [(point.value, ("series", at, "value"), "en") for at, point in enumerate(number.series)]
    for value, trail, its_lang in values:
        text = f"{value}{number.unit}" if number.unit == "%" else f"{value} {number.unit}"
        wording = FieldText(text, number.origin.at(*trail))
        yield Claim(kind="number", document=number, lang=its_lang, wording=wording, cites=cites, value=value)


def cites_of(document: Document) -> Iterator[Cite]:
    """Every citation of a document, in front matter and body."""
    for citation, trail in citations_of(document):
        yield _cite(citation, document, trail)
    for passage in document.body.passages:
        yield from passage.cites


def _cite(citation: Citation, document: Document, trail: Trail) -> Cite:
    """A source reference, placed at its pin or, when it has none, at its id."""
    step = "quote" if citation.quote is not None else "source"
    at = document.origin.places.get((*trail, step)) or document.origin.at(*trail)
    return Cite(citation.source, citation.quote, at)


def _cites_by_holder(document: Document) -> Mapping[Trail, tuple[Cite, ...]]:
    """The citations in front matter, by the way to the record that has them in a field of its own, be it a list."""
    found: dict[Trail, list[Cite]] = defaultdict(list)
    for citation, trail in citations_of(document):
        holder = trail[:-2] if isinstance(trail[-1], int) else trail[:-1]
        found[holder].append(_cite(citation, document, trail))
    return {holder: tuple(cites) for holder, cites in found.items()}


def _paragraphs(document: Document, fallback: tuple[Cite, ...], lang: str) -> Iterator[Claim]:
    """The paragraphs that cite, or that hold a figure or a quotation for which they should."""
    for passage in document.body.passages:
        if passage.is_aside:
            continue
        holds = bool(claimed_figures(passage.text, lang) or quotations(passage.text))
        cites = passage.cites or (fallback if holds else ())
        must_cite = holds and _is_fact(passage, document)
        if cites or must_cite:
            wording = BodyText(passage, document)
            yield Claim(
                kind="paragraph", document=document, lang=lang, wording=wording, cites=cites, must_cite=must_cite
            )


def _is_fact(passage: Passage, document: Document) -> bool:
    """Whether a passage stands in a section of facts, of a kind whose facts must cite."""
    return kind_of(type(document)).must_cite and document.body.kind_of(passage) == "fact"
