"""The kinds of content and their front matter: the one place where a field's name, type and meaning are declared.

The reader, the reference in docs/content.md and the JSON Schemas are all made from these annotations.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Generic, Literal, NewType, TypeVar

from nutgraf.model.edtf import Edtf
from nutgraf.model.problems import Place
from nutgraf.model.prose import Prose

Id = NewType("Id", str)
Text = NewType("Text", str)
Quote = NewType("Quote", str)
MediaPath = NewType("MediaPath", str)
Description = NewType("Description", str)
Url = NewType("Url", str)
SiteUrl = NewType("SiteUrl", str)
LanguageTag = NewType("LanguageTag", str)
ClockTime = NewType("ClockTime", str)
Sha256 = NewType("Sha256", str)
Decimal = NewType("Decimal", str)
EventDate = NewType("EventDate", Edtf)
Doc = TypeVar("Doc", bound="Document")


class IdOf(str, Generic[Doc]):
    """The id of another file, which must be of that record; `IdOf[Document]` may name a file of any kind."""

    __slots__ = ()


Trail = tuple[str | int, ...]
"""The way to a value in front matter: `("sources", 0, "quote")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file a document was read from, and where in it each value stands."""

    path: str
    places: Mapping[Trail, Place]

    def at(self, *trail: str | int) -> Place:
        """Where that value stands, or the start of the file if it was left out."""
        return self.places.get(trail, Place(self.path, 1, 1))


@dataclass(frozen=True, slots=True)
class Markdown:
    """A body as its author wrote it, and the line of the file that it begins on."""

    text: str
    first_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source reference: an id, or a mapping with the exact words it rests on (a TextQuoteSelector's `exact`)."""

    source: Annotated[IdOf[Source], "the id of a file in content/sources/"]
    quote: Annotated[Quote | None, "exact words of the source"] = None
    translation: Annotated[Quote | None, "those words in the site's language"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """One thing to know, with what it rests on."""

    text: Annotated[Text, "the point, in one sentence"]
    sources: Annotated[tuple[Citation, ...], "the sources it rests on; the coverage check wants one"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture: the file, what it shows, and whose it is."""

    src: Annotated[MediaPath, "a file in content/media/, by its path from there"]
    alt: Annotated[Text, "what the picture shows, for those who don't see it"]
    credit: Annotated[Text | None, "who made it"] = None
    licence: Annotated[Text | None, "the terms it is used under"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """One bar or point of a chart."""

    label: Annotated[Text, "what the point stands for, most often a year"]
    value: Annotated[Decimal, "a plain decimal number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuote:
    """A quotation that the import found: a candidate, not a claim."""

    text: Annotated[Text, "the quoted words"]
    speaker: Annotated[Text | None, "who says them, where the text names one"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """A dated sentence that the import found: a candidate, not a claim."""

    date: Annotated[Text | None, "EDTF, left open where the text gives no more"] = None
    excerpt: Annotated[Text, "the words it was found in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A figure that the import found: a candidate, not a claim."""

    value: Annotated[Text, "the figure as it stands in the text"]
    unit: Annotated[Text | None, "its unit"] = None
    excerpt: Annotated[Text, "the words it was found in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What every kind has: an id (the file's name), an origin, a body, and the shared fields."""

    id: str
    origin: Origin
    markdown: Markdown
    body: Prose
    title: Annotated[Text, "the name or headline shown to readers"]
    lang: Annotated[LanguageTag | None, "BCP 47 language of this file, where it isn't the site's"] = None
    draft: Annotated[bool, "`true` keeps it out of public/ unless --drafts is given"] = False
    aliases: Annotated[tuple[Id, ...], "earlier ids; their addresses keep working"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Document):
    """`content/index.md`: the answer in 60 words, key points, what is not known yet."""

    description: Annotated[Description | None, "50 to 160 characters for search engines and social networks"] = None
    key_points: Annotated[tuple[KeyPoint, ...], "what a reader should take away"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Document):
    """`content/about.md`: who makes the site, by what method, and how it corrects itself."""

    description: Annotated[Description | None, "50 to 160 characters for search engines and social networks"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explainer(Document):
    """One page of questions and answers."""

    description: Annotated[Description, "50 to 160 characters for search engines and social networks"]
    published: Annotated[datetime.date, "the day it first went out, YYYY-MM-DD"]
    updated: Annotated[datetime.date, "the day its text last changed, YYYY-MM-DD"]
    order: Annotated[int | None, "its place among the explainers; those without one follow by title"] = None
    review_by: Annotated[datetime.date | None, "after this day the build calls it stale"] = None
    key_points: Annotated[tuple[KeyPoint, ...], "what a reader should take away"] = ()
    players: Annotated[tuple[IdOf[Player], ...], "ids of the players it is about"] = ()
    tags: Annotated[tuple[Text, ...], "lower-case words to group by"] = ()


EventKind = Literal["happened", "announced", "in-force", "ended", "scheduled", "proposed"]
EventStatus = Literal["confirmed", "disputed", "unconfirmed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Document):
    """One entry of the timeline."""

    date: Annotated[EventDate, "when, as EDTF; as coarse as the sources are"]
    kind: Annotated[EventKind, "what sort of event it is"] = "happened"
    status: Annotated[EventStatus, "how sure it is that it happened so"] = "confirmed"
    importance: Annotated[Literal[1, 2, 3], "3 for a turning point, 1 for a detail"] = 2
    place: Annotated[Text | None, "where; the date is local to it"] = None
    time: Annotated[ClockTime | None, "time of day, HH:MM"] = None
    tags: Annotated[tuple[Text, ...], "lower-case words to group by"] = ()
    players: Annotated[tuple[IdOf[Player], ...], "ids of the players in it"] = ()
    sources: Annotated[tuple[Citation, ...], "the sources it rests on; the coverage check wants one"] = ()
    in_response_to: Annotated[IdOf[Event] | None, "id of the event it answers; the link shows both ways"] = None
    date_note: Annotated[Text | None, "how the date is known, or what is unsure about it"] = None
    seq: Annotated[int | None, "order among events of one date, lowest first"] = None
    media: Annotated[Media | None, "a picture"] = None
    imported: Annotated[
        Mapping[Text, Text] | None, "columns that `import` found in a spreadsheet and nutgraf has no field for"
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Player(Document):
    """A person or body in the story."""

    role: Annotated[Text, "who they are in this story, in a few words"]
    role_as_of: Annotated[Edtf | None, "the date up to which that role is known, EDTF"] = None
    type: Annotated[Literal["person", "organisation", "government", "media"], "what sort of player"] = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Document):
    """A key figure."""

    value: Annotated[Text, "the figure as readers see it: `100`, `25.04`, `six`"]
    unit: Annotated[Text, "what it counts: `%`, `billion US dollars`, `years`"]
    as_of: Annotated[Edtf, "the date it holds for, EDTF"]
    sources: Annotated[tuple[Citation, ...], "the sources it rests on; the coverage check wants one"] = ()
    previous: Annotated[Text | None, "the value before this one"] = None
    series: Annotated[tuple[SeriesPoint, ...], "the figures of a chart, each with its `label` and `value`"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Document):
    """A word of the glossary; the body is its definition."""

    abbr: Annotated[Text | None, "its abbreviation"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Document):
    """A source record. Its body is the source's text, used for checking and never published."""

    publisher: Annotated[Text, "who published it"]
    kind: Annotated[Literal["primary", "official", "news", "research", "data"], "what sort of source"]
    date: Annotated[Edtf | None, "when it was published, EDTF; required unless `date_note` says why not"] = None
    date_note: Annotated[Text | None, "how the date is known, or why it isn't"] = None
    author: Annotated[Text | None, "who wrote it"] = None
    url: Annotated[Url | None, "its address on the web"] = None
    archive_url: Annotated[Url | None, "the address of an archived copy"] = None
    accessed: Annotated[datetime.date | None, "the day it was read there, YYYY-MM-DD"] = None
    seed: Annotated[Text | None, "path of the raw article it was made from"] = None
    sha256: Annotated[Sha256 | None, "SHA-256 of the seed's bytes, in hexadecimal"] = None
    rights: Annotated[Literal["quote", "reuse"], "`quote`: short quotations only; `reuse`: may be copied"] = "quote"
    quotes: Annotated[tuple[FoundQuote, ...], "quotations found by the import"] = ()
    events: Annotated[tuple[FoundEvent, ...], "dated sentences found by the import"] = ()
    figures: Annotated[tuple[FoundFigure, ...], "figures found by the import"] = ()
    people: Annotated[tuple[Text, ...], "names of people found by the import"] = ()
    organisations: Annotated[tuple[Text, ...], "names of bodies found by the import"] = ()
    related: Annotated[tuple[Text, ...], "trail of related items peeled off by the import"] = ()
    byline: Annotated[Text | None, "byline peeled off by the import"] = None
    dropped: Annotated[tuple[Text, ...], "other lines peeled off by the import"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Document):
    """One entry of the log of changes."""

    date: Annotated[datetime.date, "the day of the change, YYYY-MM-DD"]
    type: Annotated[Literal["added", "changed", "corrected", "checked"], "what sort of change"]
    pages: Annotated[tuple[IdOf[Document], ...], "ids of what was changed"] = ()
