"""What every page of one build shares: the content, the interface's language, and who mentions what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from nutgraf.evidence.verdicts import Evidence
from nutgraf.locales.pick import Interface, interface_for
from nutgraf.model.edtf import parse_edtf
from nutgraf.model.kinds import kind_of, namespace_of
from nutgraf.model.prose import Cite, FileLink, Prose, Section, Slot
from nutgraf.model.records import Document, Event
from nutgraf.model.site import Content
from nutgraf.model.walk import documents_of, file_index, ids_in
from nutgraf.views.tags import tag_classes


@dataclass(frozen=True, slots=True)
class Mention:
    """Where something is mentioned: a document and, in an explainer, the section."""

    document: Document
    section: Section | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One build's content, ready to be written about."""

    content: Content
    evidence: Evidence
    language: Interface
    files: Mapping[str, Document]
    """Documents by their path relative to content/."""
    mentions: Mapping[str, tuple[Mention, ...]]
    """By the id of what is mentioned, in the order of the site, each place once."""
    support: Mapping[str, tuple[Mention, ...]]
    """By the id of a source: what it supports."""
    tag_classes: Mapping[str, str]
    """What the timeline's filters call each tag."""
    nav: tuple[tuple[str, str], ...]
    """The label and address of each page in the navigation."""

    def title_of(self, name: str) -> str:
        """The title of what `[[name]]` leads to."""
        return self.content.targets[name].title

    def year(self, year: int) -> str:
        """A year of four digits as readers count it: 44 BC for -43."""
        # EDTF writes four digits, and a minus before them.
        return self.language.in_words(parse_edtf(f"{year:05}" if year < 0 else f"{year:04}"))

    def plain(self, document: Document) -> str:
        """A document's words before its first heading, without markup, on one line."""
        return " ".join(document.body.lead.plain(self.title_of).split())


def edition_of(content: Content, evidence: Evidence, nav: tuple[tuple[str, str], ...]) -> Edition:
    """The edition that this content makes."""
    files = file_index(content)
    mentions, support = _Places(), _Places()
    for document in documents_of(content):
        for record, name, _ in ids_in(document):
            if record is not Document:  # the log's entries may name any file, and say nothing of it
                places = support if kind_of(record).is_citable else mentions
                places.add(content.index[namespace_of(record)][name], Mention(document, None))
        for section, slot in _slots(document.body):
            target = _target(slot, content, files)
            if target is not None and target is not document:
                (support if isinstance(slot, Cite) else mentions).add(target, Mention(document, section))
    return Edition(
        content=content,
        evidence=evidence,
        language=interface_for(content.site.lang),
        nav=nav,
        tag_classes=tag_classes(tag for event in content.of(Event) for tag in event.tags),
        files=files,
        mentions=mentions.tidy(),
        support=support.tidy(),
    )


class _Places:
    """Gathers, for each document, the places that mention it, each once and in order of arrival."""

    def __init__(self) -> None:
        self._places: dict[str, dict[tuple[str, str | None], Mention]] = defaultdict(dict)

    def add(self, mentioned: Document, mention: Mention) -> None:
        section_id = mention.section.id if mention.section else None
        self._places[mentioned.id].setdefault((mention.document.origin.path, section_id), mention)

    def tidy(self) -> Mapping[str, tuple[Mention, ...]]:
        """The places by id; a mention of a document as a whole gives way to those of its sections."""
        return {name: self._without_wholes(places) for name, places in self._places.items()}

    @staticmethod
    def _without_wholes(places: dict[tuple[str, str | None], Mention]) -> tuple[Mention, ...]:
        divided = {path for path, section_id in places if section_id is not None}
        return tuple(
            mention for (path, section_id), mention in places.items() if section_id is not None or path not in divided
        )


def _slots(prose: Prose) -> list[tuple[Section | None, Slot]]:
    found: list[tuple[Section | None, Slot]] = [(None, slot) for slot in prose.lead.slots()]
    for section in prose.sections:
        found += [(section, slot) for slot in section.body.slots()]
    return found + [(None, slot) for slot in prose.footnotes.slots()]


def _target(slot: Slot, content: Content, files: Mapping[str, Document]) -> Document | None:
    if isinstance(slot, FileLink):
        return files.get(slot.path)
    if isinstance(slot, Cite):
        return content.source_index[slot.source]
    return content.targets[slot.target]
