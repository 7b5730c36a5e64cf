"""The small views that several pages share. Plain data: every tag is the templates' business."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from nutgraf.model.pages import View


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words, and what `<time datetime>` may carry of it."""

    words: str
    datetime: str | None


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link: where it leads from this page, and its words."""

    part: ClassVar[str] = "link"
    href: str
    words: str
    gloss: str | None = None
    """The id of the gloss on this page that explains it on the spot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossView:
    """A term's definition or a player's role, opened where it is mentioned."""

    id: str
    title: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class MarkView:
    """The numbered mark of a citation."""

    part: ClassVar[str] = "mark"
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """What a citation's mark opens: the pinned words, and where they come from."""

    number: int
    quote: str | None
    translation: str | None
    source: LinkView
    publisher: str
    date: DateView | None
    lang: str | None
    """The source's language, where it isn't the site's."""
    url: str | None
    """The live address; with a pin, a text fragment leads to the words."""
    archive_url: str | None
    check: str
    """What checking the pinned words came to, in modest words; empty without a pin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberCard:
    """A key figure set into a page."""

    part: ClassVar[str] = "number"
    link: LinkView
    value: str
    unit: str
    as_of: DateView
    previous: str | None
    marks: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """An event set into a page."""

    part: ClassVar[str] = "event"
    link: LinkView
    date: DateView
    importance: int
    marks: tuple[MarkView, ...]


Part = Markup | str | LinkView | MarkView | NumberCard | EventCard
"""A piece of running text: markup, an address to be escaped, or a view that has a template of its own."""

RichText = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """A key point and its citations."""

    text: str
    marks: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A question and its answer."""

    id: str
    heading: RichText
    kind: str
    label: str
    body: RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """An explainer as listed elsewhere."""

    link: LinkView
    description: str
    updated: DateView


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One entry of the log of changes."""

    id: str
    href: str
    """Where it stands in the log."""
    title: str
    date: DateView
    type: str
    label: str
    aliases: tuple[str, ...]
    body: RichText
    footnotes: RichText
    pages: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView(View):
    """A page that may cite: its citations' notes and its footnotes come last."""

    notes: tuple[NoteView, ...]
    footnotes: RichText = ()
    glosses: tuple[GlossView, ...] = ()
    embed_url: str | None = None
    """Where a bare copy of the page stands for other sites to frame; None where there is none."""
    downloads: tuple[LinkView, ...] = ()
    """The page's content as files for other programs, each with the name of its format."""
