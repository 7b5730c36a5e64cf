"""Problems in content as values: a code, a place, a message and a hint. Refuses to raise, print or decide an exit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar, get_args

Severity = Literal["error", "warning"]

Code = Literal[
    "address",
    "attribute",
    "chain",
    "citation",
    "control-character",
    "copying",
    "coverage",
    "date",
    "date-value",
    "disputed",
    "duplicate-key",
    "embed",
    "empty-value",
    "encoding",
    "event-date",
    "figure",
    "file-name",
    "footnote",
    "front-matter",
    "heading",
    "link",
    "markdown",
    "misplaced",
    "missing-file",
    "missing-key",
    "permalink",
    "public",
    "quote",
    "raw-html",
    "seed",
    "stale",
    "template",
    "unknown-key",
    "unreadable",
    "value",
    "yaml",
    "yaml-anchor",
    "yaml-comment",
]
"""Every code word a problem can carry; each has a section in docs/problems.md and a bad site in the tests."""

CODES: tuple[Code, ...] = get_args(Code)

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path relative to the site, a 1-based line and column, and a width in characters.

    Line 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    width: int = 1

    def shifted(self, characters: int, width: int | None = None) -> Place:
        """The place that many characters further along the same line."""
        wide = self.width if width is None else width
        return Place(self.path, self.line, self.column + characters, wide)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with the content, in words for the person who wrote it."""

    code: Code
    at: Place
    message: str
    hint: str = ""
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Checked(Generic[Value_co]):
    """A value and the problems met while making it; with errors among them the value is partial."""

    value: Value_co
    problems: tuple[Problem, ...] = ()


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by place, then code, each of them once."""
    return tuple(sorted(set(problems), key=lambda it: (it.at, it.code, it.message)))


def has_errors(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether a build must stop: an error is among them or, when strict, anything at all."""
    return any(strict or problem.severity == "error" for problem in problems)
