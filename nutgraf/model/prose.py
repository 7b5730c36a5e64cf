"""A Markdown body as it was read: fragments for the page, and passages for the checks, both from one reading.

Owns the values only; reading/markdown/ makes them and views/ fills the slots.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from nutgraf.model.problems import Place

_TAG = re.compile(r"<[^>]*>")
_NOTE = re.compile(r'<sup id="fnref[^"]*">.*?</sup>')

SectionKind = Literal["fact", "analysis", "disputed", "unknown"]
PassageKind = Literal["paragraph", "quotation", "heading", "code", "picture", "title"]
"""`quotation`: set apart with `>`. `picture`: what one is said to show. `title`: what a pointer brings up."""


@dataclass(frozen=True, slots=True)
class Cite:
    """`[@source]` or `[@source "exact words"]`: a citation, with the pinned words if there are any."""

    source: str
    quote: str | None
    at: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[id]]` or `[[id|words]]`: a link to a player, term, event, explainer or number."""

    target: str
    words: str | None
    at: Place


@dataclass(frozen=True, slots=True)
class Embed:
    """`![[id]]` on a line of its own: a number, a chart or an event set into the page."""

    target: str
    at: Place


@dataclass(frozen=True, slots=True)
class FileLink:
    """The address part of an ordinary link or image that points to another file in content/."""

    path: str
    """Relative to content/, POSIX, normalised: `timeline/ev-tariff.md` or `media/port.jpg`."""
    fragment: str
    at: Place


Slot = Cite | Reference | Embed | FileLink


@dataclass(frozen=True, slots=True)
class Fragment:
    """HTML already cleaned, cut at its slots: strings are markup to keep, the rest is to be filled."""

    parts: tuple[str | Slot, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.parts)

    def slots(self) -> Iterator[Slot]:
        """The slots in reading order."""
        return (part for part in self.parts if not isinstance(part, str))

    def without_notes(self) -> Fragment:
        """The same without the marks of its footnotes, for a page that doesn't hold the notes."""
        return Fragment(tuple(_NOTE.sub("", part) if isinstance(part, str) else part for part in self.parts))

    def plain(self, name_of: Callable[[str], str] = str) -> str:
        """Its words without markup; a link without words of its own stands as `name_of` its id."""
        words = (part if isinstance(part, str) else _words_of(part, name_of) for part in self.without_notes().parts)
        return html.unescape(_TAG.sub("", "".join(words))).strip()


def _words_of(slot: Slot, name_of: Callable[[str], str]) -> str:
    return html.escape(slot.words or name_of(slot.target)) if isinstance(slot, Reference) else ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, list item or table row: the words that a reader sees, without those in code, and its citations."""

    text: str
    kind: PassageKind
    section: int
    """The section that it stands in, counted from 1; 0 before the first heading."""
    cites: tuple[Cite, ...]
    runs: tuple[tuple[int, int], ...]
    """Where stretches of the text begin, and where they stand in the body as the author wrote it."""
    links: tuple[tuple[int, int], ...] = ()
    """Which stretches of the text are the words of links."""
    escaped: frozenset[int] = frozenset()
    """Which of its characters stand behind a backslash there."""

    @property
    def is_aside(self) -> bool:
        """Whether it claims nothing by itself."""
        return self.kind not in ("paragraph", "quotation")

    def offset(self, at: int) -> int:
        """Where a character of the text stands in the body; near by, where an escape stands for it."""
        number = bisect_right(self.runs, at, key=lambda run: run[0]) - 1
        if number < 0:
            return self.runs[0][1] if self.runs else 0
        here, there = self.runs[number]
        return there + at - here

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text begins and ends in the body."""
        first = self.offset(start)
        return first, max(first, self.offset(max(end - 1, start))) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One `##` heading and what follows it: in an explainer, one question and its answer."""

    id: str
    heading: Fragment
    kind: SectionKind
    body: Fragment
    at: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A whole body: what stands before the first heading, the sections, and the footnotes."""

    lead: Fragment = Fragment()
    sections: tuple[Section, ...] = ()
    footnotes: Fragment = Fragment()
    passages: tuple[Passage, ...] = ()
    """Every word of it once, in reading order: footnotes behind the text, and then code, pictures and titles."""
    ids: frozenset[str] = frozenset()
    """Every id that a link can lead to."""

    def kind_of(self, passage: Passage) -> SectionKind:
        """The kind of the section that a passage stands in; what comes before the first heading is fact."""
        return self.sections[passage.section - 1].kind if passage.section else "fact"

    def fragments(self) -> Iterator[Fragment]:
        """Every fragment in reading order."""
        yield self.lead
        for section in self.sections:
            yield section.heading
            yield section.body
        yield self.footnotes

    def slots(self) -> Iterator[Slot]:
        """Every slot in reading order."""
        for fragment in self.fragments():
            yield from fragment.slots()
