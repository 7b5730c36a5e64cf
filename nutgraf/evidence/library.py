"""The texts of sources and documents, each prepared once for being checked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from nutgraf.evidence.days import Days, days_in
from nutgraf.evidence.designations import Names, names_in
from nutgraf.evidence.figures import find_figures
from nutgraf.evidence.folding import fold
from nutgraf.evidence.holdings import Holding
from nutgraf.evidence.likeness import WordIndex, words_of
from nutgraf.evidence.lookup import holds_quotation, occurrences
from nutgraf.languages.language import primary
from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Place
from nutgraf.model.prose import Passage
from nutgraf.model.records import Source
from nutgraf.model.site import Content
from nutgraf.reading.markdown.source import read_source

_WORD = re.compile(r"\w")
_BETWEEN = "\n\n"
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*\n(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class SourceText:
    """One source's text: as it stands without its Markdown, and folded for comparison."""

    source: Source
    lang: str
    passages: tuple[Passage, ...]
    plain: str
    folded: str
    joined: str
    """Folded too, with the words in one that a hyphen parts at the end of a line, as in a text set in columns."""

    def times(self, exact: str) -> int:
        """How often these exact words stand in it."""
        return occurrences(exact, self.folded) or (occurrences(exact, self.joined) if self._has_broken_words else 0)

    def holds(self, quoted: str) -> bool:
        """Whether what somebody puts between quotation marks stands in it."""
        return holds_quotation(quoted, self.folded) or (self._has_broken_words and holds_quotation(quoted, self.joined))

    @property
    def _has_broken_words(self) -> bool:
        return self.joined is not self.folded

    def place(self, offset: int) -> Place:
        """Where a character of the plain text stands in the source's file."""
        starts = [0, *accumulate(len(passage.text) + len(_BETWEEN) for passage in self.passages)]
        number = min(bisect_right(starts, offset), len(self.passages)) - 1
        at = offset - starts[number]
        body = self.source.markdown
        offset = self.passages[number].offset(at)
        return Lines(body.text, self.source.origin.path, body.first_line).place(offset)


class Library:
    """The texts of one site. Each is prepared when it is first asked for, and kept for the checks after."""

    def __init__(self, content: Content) -> None:
        self._sources: Mapping[str, Source] = content.source_index
        self._site_lang = content.site.lang
        self._read: dict[str, SourceText | None] = {}
        self._holdings: dict[str, Holding] = {}
        self._words: dict[str, WordIndex] = {}
        self._names: dict[str, Names] = {}
        self._days: dict[str, Days] = {}

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
            self._read[source.id] = self._prepared(source)
        return self._read[source.id]

    def texts(self) -> Iterator[SourceText]:
        """The text of every source that has one."""
        for source in dict.fromkeys(source.id for source in self._sources.values()):
            text = self.text_of(source)
            if text is not None:
                yield text

    def holding_of(self, text: SourceText) -> Holding:
        """The figures of a source's text, which only claims without a pin need."""
        if text.source.id not in self._holdings:
            self._holdings[text.source.id] = Holding(text.plain, find_figures(text.plain, text.lang))
        return self._holdings[text.source.id]

    def words_of(self, text: SourceText) -> WordIndex:
        """The words of a source's text, which only the hints on mistakes need."""
        if text.source.id not in self._words:
            self._words[text.source.id] = words_of(text.plain)
        return self._words[text.source.id]

    def names_of(self, text: SourceText) -> Names:
        """The names with digits of a source's text."""
        if text.source.id not in self._names:
            self._names[text.source.id] = names_in(text.plain, self.holding_of(text).figures)
        return self._names[text.source.id]

    def days_of(self, text: SourceText) -> Days:
        """The days and months that a source's text names."""
        if text.source.id not in self._days:
            self._days[text.source.id] = days_in(text.folded, primary(text.lang))
        return self._days[text.source.id]

    def _prepared(self, source: Source) -> SourceText | None:
        found = read_source(source.markdown.text)
        plain = _BETWEEN.join(passage.text for passage in found)
        if not _WORD.search(plain):
            return None
        folded, whole = fold(plain), _BROKEN_WORD.sub("", plain)
        joined = folded if whole == plain else fold(whole)
        return SourceText(source, self.lang_of(source.id), found, plain, folded, joined)
