"""Reads files of cases: a title, a dot, the input, a dot, what is expected, a dot."""

import re
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"(?P<title>[^\n.][^\n]*)\n\.\n(?P<input>(?:.*\n)*?)\.\n(?P<expected>(?:.*\n)*?)\.(?:\n\s*|\Z)")


@dataclass(frozen=True, slots=True)
class Case:
    """One block; input and expected have no newline at their end, and may be empty."""

    title: str
    input: str
    expected: str


def read_cases(path: Path) -> list[Case]:
    """Return the cases in the order of the file; raises ValueError at a block that is not whole."""
    text, position = path.read_text(encoding="utf-8"), 0
    cases = []
    while position < len(text):
        block = _BLOCK.match(text, position)
        if block is None:
            raise ValueError(f"{path}:{text.count(chr(10), 0, position) + 1}: not a whole block")
        cases.append(Case(block["title"], block["input"][:-1], block["expected"][:-1]))
        position = block.end()
    return cases
