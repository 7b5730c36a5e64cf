"""Finds where so many brackets stand open that Markdown would take minutes over them. Refuses to mend any."""

from __future__ import annotations

import re

from nutgraf.reading.markdown.codespans import Code

MOST_OPEN = 200
"""For each bracket that isn't closed, Markdown reads the rest of the paragraph again."""

_STEP = re.compile(r"\\.|\n[ \t]*(?=\n)|\]\(|[\[\]()]", re.DOTALL)


def overfull_at(text: str, code: Code) -> int | None:
    """Where one bracket too many is opened in one paragraph, inside a link's words or a link's address."""
    words = address = 0
    for step in _STEP.finditer(text):
        if step[0][0] == "\n":
            words = address = 0
        elif step[0][0] == "\\" or code.around(step.start()):
            continue
        elif step[0] == "[":
            words += 1
        elif step[0][0] == "]":
            words = max(words - 1, 0)
            address += step[0] == "]("
        elif address:
            address += 1 if step[0] == "(" else -1
        if max(words, address) > MOST_OPEN:
            return step.start()
    return None
