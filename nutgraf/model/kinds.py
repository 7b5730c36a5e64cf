"""Which folder of content/ holds which kind, and which record its files become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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


KINDS: tuple[Kind, ...] = (*SINGLE.values(), *FOLDERS.values())
MEDIA_FOLDER = "media"
LEDGER = "permalinks.txt"
"""The file in content/ that remembers every address once published."""
