"""The texts of sources and documents, each prepared once for being checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from nutgraf.evidence.days import Days, days_in
from nutgraf.evidence.designations import Names, names_in
from nutgraf.evidence.figures import find_figures
from nutgraf.evidence.folding import fold
from nutgraf.evidence.holdings import Holding
from nutgraf.evidence.joined import Joined
from nutgraf.evidence.likeness import WordIndex, word_index
from nutgraf.evidence.lookup import holds_quotation, occurrences
from nutgraf.locales.pick import primary
from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Place
from nutgraf.model.prose import Passage
from nutgraf.model.records import Source
from nutgraf.model.site import Content
from nutgraf.reading.markdown.source import read_source

_WORD = re.compile(r"\w")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*\n(?=[^\W\d_])")


@dataclass(frozen=True, eq=False)
class SourceText:
    """One source's text without its Markdown. What the checks need beside it is made when one asks for it, and kept."""

    source: Source
    lang: str
    passages: tuple[Passage, ...]
    joined: Joined

    @property
    def plain(self) -> str:
        """The text as it stands."""
        return self.joined.text

    @cached_property
    def folded(self) -> str:
        """Folded for comparison."""
        return fold(self.plain)

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        """Folded, and also with the words in one that a hyphen parts at the end of a line, as in a text in columns."""
        whole = _BROKEN_WORD.sub("", self.plain)
        return (self.folded,) if whole == self.plain else (self.folded, fold(whole))

    @cached_property
    def holding(self) -> Holding:
        """Its figures, which only claims without a pin need."""
        return Holding(self.plain, find_figures(self.plain, self.lang))

    @cached_property
    def words(self) -> WordIndex:
        """Its words, which only the hints on mistakes need."""
        return word_index(self.plain)

    @cached_property
    def names(self) -> Names:
        """Its names with digits."""
        return names_in(self.plain, self.holding.figures)

    @cached_property
    def days(self) -> Days:
        """The days and months that it names."""
        return days_in(self.folded, primary(self.lang))

    def times(self, exact: str) -> int:
        """How often these exact words stand in it."""
        return next(filter(None, (occurrences(exact, form) for form in self._forms)), 0)

    def holds(self, quoted: str) -> bool:
        """Whether what somebody puts between quotation marks stands in it."""
        return any(holds_quotation(quoted, form) for form in self._forms)

    def place(self, offset: int) -> Place:
        """Where a character of the plain text stands in the source's file."""
        number, at = self.joined.find(offset)
        body = self.source.markdown
        return Lines(body.text, self.source.origin.path, body.first_line).place(self.passages[number].offset(at))


class Library:
    """The texts of one site. Each is read when it is first asked for, and kept for the checks after."""

    def __init__(self, content: Content) -> None:
        self._sources: Mapping[str, Source] = content.source_index
        self._site_lang = content.site.lang
        self._read: dict[str, SourceText | None] = {}

    def knows(self, source_id: str) -> bool:
        """Whether there is a source of that id, with a text or without."""
        return source_id in self._sources

    def lang_of(self, source_id: str) -> str:
        """The language of a source, which is the site's unless its record says otherwise."""
        source = self._sources.get(source_id)
        return (source.lang if source else None) or self._site_lang

    def text_of(self, source_id: str) -> SourceText | None:
        """A source's text under any of its ids; None when none is at hand."""
        source = self._sources.get(source_id)
        if source is None:
            return None
        if source.id not in self._read:
            passages = read_source(source.markdown.text)
            text = SourceText(source, self.lang_of(source.id), passages, Joined(it.text for it in passages))
            self._read[source.id] = text if _WORD.search(text.plain) else None
        return self._read[source.id]

    def texts(self) -> Iterator[SourceText]:
        """The text of every source that has one."""
        for source in dict.fromkeys(source.id for source in self._sources.values()):
            text = self.text_of(source)
            if text is not None:
                yield text
