"""copying: no page repeats fifteen words in a row of a source that may only be quoted, and no quotation is an article.

Every run of words of every source goes into one index, and each published text is walked once: hundreds of sources
cost thousands of pages no more than one does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.evidence.claims import BodyText, FieldText, Wording, cites_of
from nutgraf.evidence.joined import Joined
from nutgraf.evidence.library import Library, SourceText
from nutgraf.evidence.quotations import outside_quotations, quotations
from nutgraf.model.problems import Place, Problem, Severity
from nutgraf.model.records import Document, Source
from nutgraf.model.site import Content, Site
from nutgraf.model.walk import documents_of, texts_of

RUN_WORDS = 15
RUN_CHARACTERS = 30
"""The run in scripts without spaces, where about two characters make a word."""
LONGEST_QUOTATION = 50
"""Words; from here on a quotation is a copy."""

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
# A stretch that was a quotation is a token that no source has, so no run goes across it.
_TOKEN = re.compile(f"[{_UNSPACED}]|[^\\W{_UNSPACED}]+|\x00+")
# Compared are the parts of resource-rich and Canada's, so that other signs hide no copy; counted is each as one word.
_WORD = re.compile(f"[{_UNSPACED}]|[^\\W{_UNSPACED}]+(?:[-'\u2019\u2010\u2011.,][^\\W{_UNSPACED}]+)*")

_SHORTEN = f"quote fewer than {LONGEST_QUOTATION} words, and say the rest in your own"


@dataclass(frozen=True, slots=True)
class _Origin:
    """A source that may only be quoted, and its words."""

    text: SourceText
    words: tuple[str, ...]

    def place(self, number: int) -> Place:
        """Where the word of that number stands."""
        return self.text.place([match.start() for match in _TOKEN.finditer(self.text.plain)][number])


Index = Mapping[int, tuple[_Origin, int]]
"""Where the run of words with that hash stands first."""


def check_copying(content: Content, library: Library) -> Iterator[Problem]:
    """A problem for each stretch copied from a source with `rights: quote`, and for each overlong quotation."""
    level = content.site.checks.copying
    if level == "off":
        return
    index = _index(content, library)
    for wordings in _published(content):
        yield from _copied(wordings, index, level)
        for wording in wordings:
            yield from _overlong(wording, level)
    for document in documents_of(content):
        for cite in cites_of(document):
            if cite.quote is not None and count_words(cite.quote) >= LONGEST_QUOTATION:
                message = f"this pin has {count_words(cite.quote)} words"
                yield Problem(code="copying", at=cite.at, message=message, hint=_SHORTEN, severity=level)


def count_words(text: str) -> int:
    """How many words a text has, two characters to a word in scripts without spaces."""
    words = _WORD.findall(text)
    characters = sum(1 for word in words if _HAS_UNSPACED.match(word))
    return len(words) - characters + characters // 2


def _index(content: Content, library: Library) -> Index:
    index: dict[int, tuple[_Origin, int]] = {}
    for source in content.of(Source):
        text = library.text_of(source.id) if source.rights == "quote" else None
        if text is not None:
            origin = _Origin(text, tuple(_words(text.plain)))
            for number, length in _runs(origin.words):
                index.setdefault(hash(origin.words[number : number + length]), (origin, number))
    return index


def _published(content: Content) -> Iterator[Sequence[Wording]]:
    """Each text that stands alone, and the passages of each body together, since a copy may go on in the next."""
    yield from ((text,) for text in _settings(content.site))
    for document in documents_of(content):
        yield from ((text,) for text in _texts(document))
        yield tuple(BodyText(passage, document) for passage in document.body.passages)


def _settings(site: Site) -> Iterator[FieldText]:
    for name, text in (("title", site.title), ("description", site.description)):
        if text is not None:
            yield FieldText(text, site.origin.at(name))


def _texts(document: Document) -> Iterator[FieldText]:
    for text, trail in texts_of(document):
        yield FieldText(text, document.origin.at(*trail))


def _copied(wordings: Sequence[Wording], index: Index, level: Severity) -> Iterator[Problem]:
    """One problem for each stretch, however many runs of one length it holds."""
    if not index:
        return
    # Quotations are told apart by passage: a mark that never closes excuses no more than its own.
    joined = Joined(outside_quotations(wording.text) for wording in wordings)
    outside = joined.text
    words = tuple(_words(outside))
    for first, behind, at in _stretches(words, index):
        spans = [match.span() for match in _TOKEN.finditer(outside)]
        start, end = spans[first][0], spans[behind - 1][1]
        if count_words(outside[start:end]) >= RUN_WORDS:
            yield Problem(
                code="copying",
                at=_place(wordings, joined, start, end),
                message=f"{RUN_WORDS} words or more in a row are those of {at.path}:{at.line}",
                hint="say it in your own words, or quote it in quotation marks with its source",
                severity=level,
            )


def _place(wordings: Sequence[Wording], joined: Joined, start: int, end: int) -> Place:
    """Where a stretch of the joined texts begins, up to the end of the text that it begins in."""
    number, at = joined.find(start)
    return wordings[number].place(at, min(at + end - start, len(wordings[number].text)))


def _stretches(words: tuple[str, ...], index: Index) -> Iterator[tuple[int, int, Place]]:
    """The words copied: the first, the one behind the last, and where the source has them."""
    open_at, behind, at = -1, -1, Place("")
    for number, length in _runs(words):
        run = words[number : number + length]
        origin, there = index.get(hash(run), (None, 0))
        if origin is None or origin.words[there : there + length] != run:
            continue
        if number >= behind:
            if open_at >= 0:
                yield open_at, behind, at
            open_at, at = number, origin.place(there)
        behind = number + length
    if open_at >= 0:
        yield open_at, behind, at


def _overlong(wording: Wording, level: Severity) -> Iterator[Problem]:
    for quotation in quotations(wording.text):
        if count_words(quotation.text) >= LONGEST_QUOTATION:
            at = wording.place(quotation.start, quotation.end)
            message = f"this quotation has {count_words(quotation.text)} words"
            yield Problem(code="copying", at=at, message=message, hint=_SHORTEN, severity=level)


def _words(text: str) -> Iterator[str]:
    """The words as they are compared: without marks, case or Unicode form; characters where no spaces part words."""
    for word in _TOKEN.findall(text):
        yield word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()


def _runs(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Each run of words that is long enough to count: the number of its first word, and its length."""
    unspaced = [number for number, word in enumerate(words) if _HAS_UNSPACED.match(word)]
    if unspaced:
        yield from ((number, RUN_CHARACTERS) for number in range(len(words) - RUN_CHARACTERS + 1))
    clear, mixed = -1, iter((*unspaced, len(words)))
    for following in mixed:
        yield from ((number, RUN_WORDS) for number in range(clear + 1, following - RUN_WORDS + 1))
        clear = following
