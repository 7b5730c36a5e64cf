"""Writes the lists of modules in docs/architecture.md: each with what its docstring says first.

A list stands between `<!-- modules:nutgraf/model -->` and `<!-- /modules -->`.
"""

from __future__ import annotations

import ast
import re

from tools import ROOT

_LIST = re.compile(r"(<!-- modules:([\w/]+) -->\n).*?(<!-- /modules -->)", re.DOTALL)


def with_lists(page: str) -> str:
    """The page with the list of every folder between markers as the code would have it now."""
    return _LIST.sub(lambda m: f"{m[1]}{_list(m[2])}{m[3]}", page)


def folders_in(page: str) -> list[str]:
    """The folders whose modules a page lists."""
    return [match[2] for match in _LIST.finditer(page)]


def folders_of_code() -> list[str]:
    """Every folder of the generator that holds modules."""
    paths = [path.parent for path in (ROOT / "nutgraf").rglob("*.py")]
    return sorted({path.relative_to(ROOT).as_posix() for path in paths})


def _list(folder: str) -> str:
    rows = [_row(path.name, path.read_text(encoding="utf-8")) for path in sorted((ROOT / folder).glob("*.py"))]
    return "".join(row for row in rows if row)


def _row(name: str, text: str) -> str:
    described = ast.get_docstring(ast.parse(text)) or ""
    first, _, _ = described.partition("\n\n")
    return "" if name == "__init__.py" else f"- `{name}`: {' '.join(first.split())}\n"
