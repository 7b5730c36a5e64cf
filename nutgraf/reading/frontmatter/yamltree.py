"""YAML text to a tree of nodes with their places; every scalar stays text. The only importer of yaml.

Refuses anchors, aliases, tags and merge keys (a few hundred bytes of them can fill a machine's memory),
keys given twice, keys that are not plain text, and nesting beyond 20 levels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from nutgraf.model.characters import forbidden_in, name_of
from nutgraf.model.problems import Checked, Code, Place, Problem
from nutgraf.reading.frontmatter.yamladvice import advise, in_plain_words

DEEPEST = 20

# The C parser is 8 times faster and reports the same positions; wheels have it, some source builds don't.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_NOT_A_LIST = "put quotes round a value that begins with [ or {, or nest it less deeply"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as text."""

    text: str
    at: Place
    plain: bool
    """Whether it stood without quotation marks."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    at: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in the order written."""

    entries: tuple[tuple[Scalar, Node], ...]
    at: Place


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Carries the one problem that ends the reading of this text."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_yaml(text: str, path: str, first_line: int) -> Checked[Node | None]:
    """The tree of a YAML text whose first line is that line of the file; None when it is empty or unreadable."""
    tree = _Tree(text, path, first_line)
    try:
        node = tree.document()
    except _Refused as refused:
        return Checked(None, (*tree.problems, refused.problem))
    except yaml.MarkedYAMLError as error:
        return Checked(None, (*tree.problems, tree.syntax_problem(error)))
    except yaml.reader.ReaderError as error:
        at = tree.place_of_offset(error.position)
        return Checked(None, (Problem(code="yaml", at=at, message="a character that YAML doesn't allow"),))
    return Checked(node, tuple(tree.problems))


class _Tree:
    """Builds nodes from parse events, which unlike PyYAML's own composing neither recurse nor expand."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._lines = text.split("\n")
        self._path = path
        self._first_line = first_line
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)
        self.problems: list[Problem] = []

    def document(self) -> Node | None:
        """The root node, or None for an empty text."""
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self._refuse("yaml", event, "a second document begins here", "delete the line ---")
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._refuse_shared_or_typed(event)
        if depth > DEEPEST:
            raise self._refuse("yaml", event, f"lists or mappings nested more than {DEEPEST} deep", _NOT_A_LIST)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        at = self._place(event)
        plain = not event.style  # None in Python's own parser, "" in the C one
        if plain:
            self._warn_of_comment(event, at)
        self._report_forbidden(event.value, at)
        return Scalar(event.value, at, plain)

    def _sequence(self, start: yaml.Event, depth: int) -> Sequence:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), self._place(start))

    def _mapping(self, start: yaml.Event, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, int] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, depth)
            value = self._node(next(self._events), depth + 1)
            if key.text in seen:
                self._report_twice(key, seen[key.text])
                continue
            seen[key.text] = key.at.line
            entries.append((key, value))
        return Mapping(tuple(entries), self._place(start))

    def _key(self, event: yaml.Event, depth: int) -> Scalar:
        node = self._node(event, depth + 1)
        if not isinstance(node, Scalar):
            raise self._refuse(
                "yaml", event, "a key must be a plain word", "put quotes round a value that holds {{ or ["
            )
        if node.text == "<<":
            raise self._refuse("yaml-anchor", event, "a merge key is refused", "write the fields out")
        return node

    def _refuse_shared_or_typed(self, event: yaml.Event) -> None:
        quote = "write the value out; if the character belongs to the text, put quotes round it"
        if isinstance(event, yaml.AliasEvent):
            raise self._refuse("yaml-anchor", event, f"the alias *{event.anchor} is refused", quote)
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise self._refuse("yaml-anchor", event, f"the anchor &{event.anchor} is refused", quote)
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            raise self._refuse("yaml-anchor", event, f"the tag {tag} is refused", quote)

    def _report_twice(self, key: Scalar, first_line: int) -> None:
        self.problems.append(
            Problem(
                code="duplicate-key",
                at=key.at,
                message=f'"{key.text}" is given twice (first on line {first_line})',
                hint="delete one of them",
            )
        )

    def _report_forbidden(self, text: str, at: Place) -> None:
        """A problem for a character that the file itself doesn't hold, but an escape in double quotes has made."""
        forbidden = forbidden_in(text)
        if forbidden is not None:
            message = f"an escape in these quotes makes the character {name_of(forbidden[0])}, which is refused"
            hint = "delete the escape; to write a backslash itself, double it or use single quotes"
            self.problems.append(Problem(code="control-character", at=at, message=message, hint=hint))

    def _warn_of_comment(self, event: yaml.ScalarEvent, at: Place) -> None:
        _, _, end_line, end_column = _span(event)
        line = self._lines[end_line] if end_line < len(self._lines) else ""
        rest = line[end_column:]
        if event.value and rest.lstrip().startswith("#"):
            self.problems.append(
                Problem(
                    code="yaml-comment",
                    at=Place(at.path, at.line, line.index("#", end_column) + 1, len(rest.strip())),
                    message=f"{rest.strip()} is dropped: a # after a space begins a comment",
                    hint="put quotes round the whole value to keep it",
                    severity="warning",
                )
            )

    def _place(self, event: yaml.Event) -> Place:
        line, column, end_line, end_column = _span(event)
        # PyYAML also ends lines at U+0085, U+2028 and U+2029, so its count may run past ours.
        line, end_line = min(line, len(self._lines) - 1), min(end_line, len(self._lines) - 1)
        width = end_column - column if line == end_line else len(self._lines[line]) - column
        return Place(self._path, self._first_line + line, column + 1, max(width, 1))

    def _refuse(self, code: Code, event: yaml.Event, message: str, hint: str) -> _Refused:
        return _Refused(Problem(code=code, at=self._place(event), message=message, hint=hint))

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        """PyYAML's complaint in plain words, at the character that it stumbled over."""
        words = in_plain_words(f"{error.problem} {error.context}") or f"this isn't YAML: {error.problem}"
        # What is never closed is missed only at the end of the text; the author looks for where it was opened.
        marks = (error.problem_mark, error.context_mark)
        mark = next(filter(None, reversed(marks) if words.endswith("never closed") else marks), None)
        line = min(mark.line if mark else 0, len(self._lines) - 1)
        advice = advise(words, self._lines, line, mark.column if mark else 0)
        at = Place(self._path, self._first_line + advice.line, advice.column + 1)
        return Problem(code="yaml", at=at, message=advice.message, hint=advice.hint)

    def place_of_offset(self, offset: int) -> Place:
        """Where the character at that offset of the text stands."""
        before = "\n".join(self._lines)[:offset]
        return Place(self._path, self._first_line + before.count("\n"), len(before) - before.rfind("\n"))


def _span(event: yaml.Event) -> tuple[int, int, int, int]:
    """The 0-based line and column at which an event begins, and those at which it ends."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        raise TypeError(f"{event!r} has no marks")
    return start.line, start.column, end.line, end.column
