"""The cells of events.csv: how lists and source references are written in one, and read back. Knows no file.

Lists are parted by semicolons. A source reference is an id; its pinned words follow in quotation marks, and after an
equals sign their translation: `gazette "exact words" = "in other words"`.
"""

from __future__ import annotations

import re

from nutgraf.model.records import Citation, IdOf, Quote

COLUMNS = (
    "id", "date", "earliest", "latest", "precision", "title", "kind", "status", "importance", "place", "time", "tags",
    "players", "sources", "in_response_to", "date_note", "seq", "lang", "draft", "aliases", "media", "media_alt",
    "media_credit", "media_licence", "body",
)  # fmt: skip
"""The columns of events.csv in order; those that an import kept follow under their own names."""
DERIVED = frozenset({"earliest", "latest", "precision"})
"""Columns that repeat what `date` says, for whoever sorts by them."""

_QUOTED = r'"((?:[^"]|"")*)"'
_CITATION = re.compile(rf"\s*([^\s;\"=]+)(?:\s+{_QUOTED})?(?:\s*=\s*{_QUOTED})?\s*(;|$)")


def join(texts: tuple[str, ...]) -> str:
    """A list in one cell."""
    return "; ".join(text.replace("\\", "\\\\").replace(";", "\\;") for text in texts)


def split(cell: str) -> tuple[str, ...]:
    """The list in a cell."""
    parts = re.findall(r"((?:[^\\;]|\\.)*)(?:;|$)", cell, re.DOTALL)
    return tuple(text for part in parts if (text := re.sub(r"\\(.)", r"\1", part).strip()))


def join_citations(citations: tuple[Citation, ...]) -> str:
    """Source references in one cell."""
    return "; ".join(_citation(it) for it in citations)


def _citation(citation: Citation) -> str:
    quote = f" {_quoted(citation.quote)}" if citation.quote is not None else ""
    translation = f" = {_quoted(citation.translation)}" if citation.translation is not None else ""
    return f"{citation.source}{quote}{translation}"


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def split_citations(cell: str) -> tuple[Citation, ...] | None:
    """The source references in a cell; None where it isn't written so."""
    citations = []
    at = 0
    while at < len(cell.rstrip()):
        match = _CITATION.match(cell, at)
        if match is None:
            return None
        citations.append(Citation(source=IdOf(match[1]), quote=_text(match[2]), translation=_text(match[3])))
        at = match.end()
    return tuple(citations)


def _text(quoted: str | None) -> Quote | None:
    return None if quoted is None else Quote(quoted.replace('""', '"'))
