"""Splits a file's text into its front matter and its body, and knows the line each begins on. Refuses to guess."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.model.problems import Checked, Place, Problem

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Parts:
    """The two halves of a content file, with the 1-based line that each begins on."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split(text: str, path: str) -> Checked[Parts | None]:
    """The front matter between two lines of `---` and the body after them, or a problem saying what is missing."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Checked(None, (_problem(path, "the file doesn't begin with front matter", _OPENING),))
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if closing is None:
        message = "front matter opened on line 1 is never closed"
        return Checked(None, (_problem(path, message, "put a line of --- after the last field"),))
    body = "\n".join(lines[closing + 1 :])
    return Checked(Parts("\n".join(lines[1:closing]), 2, body, closing + 2))


_OPENING = "the first line must be --- alone; then fields such as title: …; then --- again, and the text"


def _problem(path: str, message: str, hint: str) -> Problem:
    return Problem(code="front-matter", at=Place(path, 1, 1, 3), message=message, hint=hint)
