"""copying: no page repeats fifteen words in a row of a source that may only be quoted, and no quotation is an article.

Every run of words of every source goes into one index, and each published text is walked once: hundreds of sources
cost thousands of pages no more than one does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from nutgraf.evidence.claims import FieldText, Wording, cites_of
from nutgraf.evidence.library import Library
from nutgraf.evidence.prose import Passage
from nutgraf.evidence.quotations import outside_quotations, quotations
from nutgraf.model.problems import Problem, Severity
from nutgraf.model.records import Document
from nutgraf.model.site import Content
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

_SHORTEN = f"quote fewer than {LONGEST_QUOTATION} words, and say the rest in your own"

Run = tuple[str, ...]


def check_copying(content: Content, library: Library) -> Iterator[Problem]:
    """A problem for each stretch copied from a source with `rights: quote`, and for each overlong quotation."""
    level = content.site.checks.copying
    if level == "off":
        return
    index = _index(content, library)
    for document in documents_of(content):
        for wording in _published(document, library):
            yield from _copied(wording, index, level)
            yield from _overlong(wording, level)
        for cite in cites_of(document, library):
            if cite.quote is not None and _length(cite.quote) >= LONGEST_QUOTATION:
                message = f"this pin has {_length(cite.quote)} words"
                yield Problem(code="copying", at=cite.at, message=message, hint=_SHORTEN, severity=level)


def _index(content: Content, library: Library) -> Mapping[Run, Passage]:
    """Where each run of words of the sources that may only be quoted stands; the first place, if there are more."""
    index: dict[Run, Passage] = {}
    for source in content.sources:
        text = library.text_of(source.id) if source.rights == "quote" else None
        for passage in text.passages if text is not None else ():
            for _, run in _runs(_words(passage.text)):
                index.setdefault(run, passage)
    return index


def _published(document: Document, library: Library) -> Iterator[Wording]:
    for text, trail in texts_of(document):
        yield FieldText(text, document.origin.at(*trail))
    yield from library.passages_of(document)


def _copied(wording: Wording, index: Mapping[Run, Passage], level: Severity) -> Iterator[Problem]:
    """One problem for each stretch, however many runs of one length it holds."""
    outside = outside_quotations(wording.text)
    last = -1
    for number, run in _runs(_words(outside)) if index else ():
        origin = index.get(run)
        if origin is None:
            continue
        if number > last:
            spans = [match.span() for match in _TOKEN.finditer(outside)]
            yield Problem(
                code="copying",
                at=wording.place(spans[number][0], spans[number + len(run) - 1][1]),
                message=f"{RUN_WORDS} words or more in a row are those of {_place_in_source(origin, run)}",
                hint="say it in your own words, or quote it in quotation marks with its source",
                severity=level,
            )
        last = number + len(run)


def _place_in_source(passage: Passage, run: Run) -> str:
    """The path and line at which a run begins."""
    words = _words(passage.text)
    number = next(number for number, own in _runs(words) if own == run)
    start = [match.start() for match in _TOKEN.finditer(passage.text)][number]
    at = passage.place(start, start + 1)
    return f"{at.path}:{at.line}"


def _overlong(wording: Wording, level: Severity) -> Iterator[Problem]:
    for quotation in quotations(wording.text):
        if _length(quotation.text) >= LONGEST_QUOTATION:
            at = wording.place(quotation.start, quotation.end)
            message = f"this quotation has {_length(quotation.text)} words"
            yield Problem(code="copying", at=at, message=message, hint=_SHORTEN, severity=level)


def _words(text: str) -> list[str]:
    """The words as they are compared: without marks, case or Unicode form; characters where no spaces part words."""
    return [unicodedata.normalize("NFKC", word).casefold() for word in _TOKEN.findall(text)]


def _runs(words: list[str]) -> Iterator[tuple[int, Run]]:
    """Each run of words that is long enough to count, with the number of its first word."""
    unspaced = _HAS_UNSPACED.search("".join(words)) is not None
    for number in range(len(words) - RUN_WORDS + 1):
        run = tuple(words[number : number + RUN_WORDS])
        if not unspaced or not any(_HAS_UNSPACED.match(word) for word in run):
            yield number, run
    if unspaced:
        for number in range(len(words) - RUN_CHARACTERS + 1):
            yield number, tuple(words[number : number + RUN_CHARACTERS])


def _length(text: str) -> int:
    """How many words a text has, two characters to a word in scripts without spaces."""
    words = _words(text)
    characters = sum(1 for word in words if _HAS_UNSPACED.match(word))
    return len(words) - characters + characters // 2
