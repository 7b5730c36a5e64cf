"""What the loader read from disk, before any of it is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SETTINGS = "site.yaml"
CONTENT, SEEDS, TEMPLATES = READ_FOLDERS = ("content", "seeds", "templates")


def below_content(path: str) -> str:
    """The path below content/ of a file, of which problems name the path in the site."""
    return path.removeprefix(f"{CONTENT}/")


@dataclass(frozen=True, slots=True)
class InputFile:
    """A text file: its path as problems name it, and its text with line feeds for line ends and no byte order mark."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Blob:
    """A file that is carried to public/ as it is: its path below its folder, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything a build reads."""

    settings: InputFile | None
    """site.yaml."""
    documents: tuple[InputFile, ...]
    """The Markdown files of content/, sorted by path."""
    unread: frozenset[str]
    """Paths of files of content/ that couldn't be read as text, or stand where none is read."""
    ledger: InputFile | None
    seeds: Mapping[str, str]
    """SHA-256 of each file in seeds/, by its path in the site."""
    media: tuple[Blob, ...]
    """Files of content/media/."""
    templates: Mapping[str, InputFile]
    """By name; the site's own where it has one, the default otherwise."""
    assets: tuple[Blob, ...]
    """Files of templates/assets/."""

    def texts(self) -> Mapping[str, str]:
        """The text of every file that a problem can point into, by path."""
        files = [*self.documents, *self.templates.values(), self.settings, self.ledger]
        return {it.path: it.text for it in files if it is not None}
