"""Writes the tables of docs/templates.md from the code: what each view holds that templates are given.

A table stands between `<!-- view:HomeView -->` and `<!-- /view -->`. Types are shown as an author of templates meets
them: a list, something or none.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools import ROOT

MODULES = ("nutgraf/model/pages.py", "nutgraf/model/records.py", "nutgraf/stages/render.py", "nutgraf/views")
"""Where the classes stand that templates can meet."""

_TABLE = re.compile(r"(<!-- view:(\w+) -->\n).*?(<!-- /view -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Held:
    """One field of a view: its name, its annotation, and the words that stand under it."""

    name: str
    annotation: ast.expr
    value: str
    """What it always is, for the fields that belong to the class."""
    meaning: str


@dataclass(frozen=True, slots=True)
class Class:
    """One class: its base, its docstring, and its own fields."""

    base: str | None
    meaning: str
    fields: tuple[Held, ...]


def with_views(page: str) -> str:
    """The page with the table of every view between markers as the code would have it now."""
    classes = read_classes()
    return _TABLE.sub(lambda m: f"{m[1]}{_table(classes[m[2]], classes)}{m[3]}", page)


def shown_in(page: str) -> set[str]:
    """The names of the views that a page has tables of."""
    return {match[2] for match in _TABLE.finditer(page)}


def read_classes() -> Mapping[str, Class]:
    """Every class of the modules, by name."""
    return {name: read for path in _files() for name, read in _classes_of(path)}


def reachable(names: set[str]) -> set[str]:
    """These classes, and every class that their fields lead to."""
    classes = read_classes()
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        read = classes[name]
        named = {it for held in read.fields for it in _names(held.annotation)}
        if read.base is not None:
            named.add(read.base)
        waiting |= named & classes.keys() - found
    return found


def _files() -> Iterator[Path]:
    for name in MODULES:
        path = ROOT / name
        yield from sorted(path.glob("*.py")) if path.is_dir() else [path]


def _classes_of(path: Path) -> Iterator[tuple[str, Class]]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            base = node.bases[0].id if node.bases and isinstance(node.bases[0], ast.Name) else None
            body = _Plain().visit(node) if path.name == "records.py" else node
            yield node.name, Class(base, ast.get_docstring(node) or "", tuple(_fields_of(body)))


class _Plain(ast.NodeTransformer):
    """Puts `str` for the records' own kinds of text, which templates needn't tell apart."""

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name("str") if node.id in {"Text", "Decimal"} else node


def _fields_of(node: ast.ClassDef) -> Iterator[Held]:
    for statement, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            is_fixed = statement.value is not None and "ClassVar" in ast.unparse(statement.annotation)
            value = ast.unparse(statement.value) if is_fixed and statement.value else ""
            yield Held(statement.target.id, statement.annotation, value.replace("'", '"'), _docstring(following))


def _docstring(following: ast.stmt | None) -> str:
    if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
        return " ".join(str(following.value.value).split())
    return ""


def _names(annotation: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}


def _table(shown: Class, classes: Mapping[str, Class]) -> str:
    inherited = f" It also has what `{shown.base}` has." if shown.base in classes else ""
    rows = [f"| `{it.name}` | {_holds(it)} | {it.meaning} |" for it in shown.fields]
    table = ["", "| name | holds | |", "| --- | --- | --- |", *rows] if rows else []
    return "\n".join([shown.meaning + inherited, *table]) + "\n"


def _holds(field: Held) -> str:
    return f"always `{field.value}`" if field.value else _type(field.annotation)


def _type(annotation: ast.expr) -> str:
    if isinstance(annotation, ast.BinOp):
        return f"{_type(annotation.left)}, or none"
    if isinstance(annotation, ast.Subscript):
        name = ast.unparse(annotation.value)
        if name == "tuple" and isinstance(annotation.slice, ast.Tuple):
            first, second = annotation.slice.elts
            is_list = ast.unparse(second) == "..."
            return f"list of {_type(first)}" if is_list else f"pair of {_type(first)} and {_type(second)}"
        if name == "Annotated" and isinstance(annotation.slice, ast.Tuple):
            return _type(annotation.slice.elts[0])
    return {"str": "string", "int": "number", "bool": "true or false"}.get(
        ast.unparse(annotation), f"`{ast.unparse(annotation)}`"
    )
