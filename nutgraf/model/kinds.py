"""Which folder of content/ holds which kind, and which record its files become."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from nutgraf.model.records import (
    About,
    Change,
    Document,
    Event,
    Explainer,
    Home,
    Number,
    Player,
    Source,
    Target,
    Term,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content."""

    name: str
    folder: str
    """Below content/; empty for the two kinds that are a single file."""
    record: type[Document]
    headings: bool = False
    """Whether its body may be divided by headings."""


HOME = Kind("home", "", Home, headings=True)
ABOUT = Kind("about", "", About, headings=True)
SINGLE: Mapping[str, Kind] = {"index.md": HOME, "about.md": ABOUT}

FOLDERS: Mapping[str, Kind] = {
    kind.folder: kind
    for kind in (
        Kind("explainer", "explainers", Explainer, headings=True),
        Kind("event", "timeline", Event),
        Kind("player", "players", Player),
        Kind("number", "numbers", Number),
        Kind("term", "glossary", Term),
        Kind("source", "sources", Source),
        Kind("change", "changes", Change),
    )
}


def kind_of(record: type[Document]) -> Kind:
    """The kind whose files become that record."""
    return next(kind for kind in KINDS if kind.record is record)


TARGETS = "target"
"""The set of ids of all that `[[id]]` can lead to."""


def namespace_of(record: type[Document]) -> str:
    """The set of ids that this kind's belong to."""
    return TARGETS if record in get_args(Target) else kind_of(record).name


def namespace_at(path: str) -> str | None:
    """The set of ids that a path below content/ belongs to, None where no file of a kind is read."""
    folder, _, name = path.partition("/")
    kind = FOLDERS.get(folder) if name else SINGLE.get(folder)
    return namespace_of(kind.record) if kind else None


def name_at(path: str) -> str:
    """The id that the file at a path was meant to have, whatever it is written with for an ending."""
    return _TEXT_ENDINGS.sub("", path.rpartition("/")[2])


KINDS: tuple[Kind, ...] = (*SINGLE.values(), *FOLDERS.values())
NAMESPACES: frozenset[str] = frozenset(namespace_of(kind.record) for kind in KINDS)
TEXT_ENDINGS = ("", ".markdown", ".md", ".mdown", ".mkd", ".txt")
_TEXT_ENDINGS = re.compile(rf"(?:{'|'.join(map(re.escape, filter(None, TEXT_ENDINGS)))})+$", re.IGNORECASE)
MEDIA_FOLDER = "media"
LEDGER = "permalinks.txt"
"""The file in content/ that remembers every address once published."""
