"""A Markdown body after conversion: safe HTML with slots where other content is linked, cited or set in.

Owns the values only; reading/markup.py makes them and views/ fills the slots.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nutgraf.model.problems import Place

SectionKind = Literal["fact", "analysis", "disputed", "unknown"]


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
