"""The cells of events.csv: how a value of each type is written in one, and read back. Knows no file and no column.

Lists are parted by semicolons. A source reference is an id; its pinned words follow in quotation marks, and after an
equals sign their translation: `gazette "exact words" = "in other words"`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from nutgraf.model.edtf import Edtf
from nutgraf.model.edtf_points import Day
from nutgraf.model.records import Citation

Told = str | Mapping[str, str] | tuple[str | Mapping[str, str], ...]
"""What a table says of a field: a text, texts by name, or a list of either."""

_QUOTED = r'"((?:[^"]|"")*)"'
_CITATION = re.compile(rf"\s*([^\s;\"=]+)(?:\s+{_QUOTED})?(?:\s*=\s*{_QUOTED})?\s*(;|$)")


def written(value: object) -> str:
    """A value in one cell; nothing for what is left out, false, or an open end."""
    if isinstance(value, Day):
        value = value.known
    if isinstance(value, tuple):
        return "; ".join(_citation(it) if isinstance(it, Citation) else _escaped(it) for it in value)
    if value is None or isinstance(value, bool):
        return "true" if value else ""
    return value.text if isinstance(value, Edtf) else str(value)


def read_back(cell: str, item: object | None) -> Told | None:
    """What a cell says: a text, or a list whose items are of that type; None where it isn't written so."""
    if item is None:
        return cell
    return _citations(cell) if item is Citation else _list(cell)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;")


def _list(cell: str) -> tuple[str, ...]:
    parts = re.findall(r"((?:[^\\;]|\\.)*)(?:;|$)", cell, re.DOTALL)
    return tuple(text for part in parts if (text := re.sub(r"\\(.)", r"\1", part).strip()))


def _citation(citation: Citation) -> str:
    quote = f" {_quoted(citation.quote)}" if citation.quote is not None else ""
    translation = f" = {_quoted(citation.translation)}" if citation.translation is not None else ""
    return f"{citation.source}{quote}{translation}"


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _citations(cell: str) -> tuple[Mapping[str, str], ...] | None:
    citations, at = [], 0
    while at < len(cell.rstrip()):
        match = _CITATION.match(cell, at)
        if match is None:
            return None
        quoted = {"quote": match[2], "translation": match[3]}
        words = {name: text.replace('""', '"') for name, text in quoted.items() if text is not None}
        citations.append({"source": match[1], **words})
        at = match.end()
    return tuple(citations)
