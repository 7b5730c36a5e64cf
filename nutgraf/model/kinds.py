"""The kinds of content: KINDS, the one table that names them all. Refuses to know what a page of one looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import KW_ONLY, dataclass
from operator import attrgetter
from typing import Any

from nutgraf.model.inputs import CONTENT
from nutgraf.model.records import About, Change, Document, Event, Explainer, Home, Number, Player, Source, Term
from nutgraf.model.strings import Strings

TARGETS = "target"
"""The set of ids of all that `[[id]]` can lead to."""
CITED = "source"
"""The set of ids of all that `[@id]` can cite."""
ANYTHING = "anything"
"""Every id there is, for a field that may name a file of any kind."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content."""

    name: str
    record: type[Document]
    _: KW_ONLY
    file: str = ""
    """In content/; empty for a kind with a folder."""
    folder: str = ""
    """In content/; empty for a kind that is a single file."""
    label: Callable[[Strings], str]
    """What the navigation calls its page."""
    order: Callable[[Any], Any] = attrgetter("id")
    """What its files are sorted by."""
    newest_first: bool = False
    has_pages: bool = False
    """Whether each of its files has a page of its own, in a folder of public/ of the same name."""
    is_linkable: bool = False
    """Whether `[[id]]` leads to it."""
    is_embeddable: bool = False
    """Whether `![[id]]` sets it in."""
    is_citable: bool = False
    """Whether `[@id]` cites it. Its body is looked things up in, and never shown."""
    takes_headings: bool = False
    """Whether its body may be divided by headings."""
    must_cite: bool = False
    """Whether a paragraph of its body that states a figure or a quotation as a fact must cite."""

    @property
    def page(self) -> str:
        """The page in public/ that shows its files, or lists them if each has a page of its own."""
        return f"{self.folder or self.file.removesuffix('.md')}.html"

    @property
    def namespace(self) -> str:
        """The set of ids that those of its files belong to."""
        if self.is_linkable:
            return TARGETS
        return CITED if self.is_citable else self.name

    def sort(self, documents: Iterable[Document]) -> tuple[Document, ...]:
        """Those documents that are of this kind, in its order."""
        own = (it for it in documents if isinstance(it, self.record))
        return tuple(sorted(own, key=self.order, reverse=self.newest_first))


def _by_title(document: Document) -> tuple[str, str]:
    return document.title.casefold(), document.id


def _by_place(explainer: Explainer) -> tuple[bool, int, str, str]:
    return explainer.order is None, explainer.order or 0, *_by_title(explainer)


def _by_first_day(event: Event) -> tuple[object, int, str]:
    return event.date.sort_key, event.seq or 0, event.id


def _by_day(change: Change) -> tuple[object, str]:
    return change.date, change.id


# Where several kinds mention one thing, the mentions are listed in this order. That of the pages is views/table.py's.
KINDS = (
    Kind("home", Home, file="index.md", label=lambda it: it.home, takes_headings=True, must_cite=True),
    Kind("about", About, file="about.md", label=lambda it: it.about, takes_headings=True),
    Kind("explainer", Explainer, folder="explainers", label=lambda it: it.explainers, order=_by_place, has_pages=True,
         is_linkable=True, takes_headings=True, must_cite=True),
    Kind("event", Event, folder="timeline", label=lambda it: it.timeline, order=_by_first_day,
         is_linkable=True, is_embeddable=True),
    Kind("player", Player, folder="players", label=lambda it: it.players, order=_by_title, is_linkable=True),
    Kind("number", Number, folder="numbers", label=lambda it: it.numbers, order=_by_title,
         is_linkable=True, is_embeddable=True),
    Kind("term", Term, folder="glossary", label=lambda it: it.glossary, order=_by_title, is_linkable=True),
    Kind("source", Source, folder="sources", label=lambda it: it.sources, is_citable=True),
    Kind("change", Change, folder="changes", label=lambda it: it.changes, order=_by_day, newest_first=True),
)  # fmt: skip

SINGLE: Mapping[str, Kind] = {kind.file: kind for kind in KINDS if kind.file}
FOLDERS: Mapping[str, Kind] = {kind.folder: kind for kind in KINDS if kind.folder}
NAMESPACES: tuple[str, ...] = tuple(dict.fromkeys(kind.namespace for kind in KINDS))
_BY_RECORD: Mapping[type[Document], Kind] = {kind.record: kind for kind in KINDS}

TEXT_ENDINGS = ("", ".markdown", ".md", ".mdown", ".mkd", ".txt")
_TEXT_ENDINGS = re.compile(rf"(?:{'|'.join(map(re.escape, filter(None, TEXT_ENDINGS)))})+$", re.IGNORECASE)

MEDIA_FOLDER = "media"
"""In content/ and in public/."""
FIRST_PAGE = f"{CONTENT}/{_BY_RECORD[Home].file}"
LEDGER = "permalinks.txt"
"""The file in content/ that remembers every address once published."""


def kind_of(record: type[Document]) -> Kind:
    """The kind whose files become that record."""
    return _BY_RECORD[record]


def kind_at(path: str) -> Kind | None:
    """The kind of the file at a path below content/, None where no file of a kind is read."""
    folder, _, name = path.partition("/")
    return FOLDERS.get(folder) if name else SINGLE.get(folder)


def namespace_of(record: type[Document]) -> str:
    """The set of ids that this record's belong to; of Document, which any file is, the set of all."""
    return ANYTHING if record is Document else kind_of(record).namespace


def name_at(path: str) -> str:
    """The id that the file at a path was meant to have, whatever it is written with for an ending."""
    return _TEXT_ENDINGS.sub("", path.rpartition("/")[2])
