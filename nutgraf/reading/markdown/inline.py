"""What nutgraf looks for among the words of a block, as patterns of Python-Markdown: its marks, code, open brackets."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field

import markdown
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor, InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import INLINE_PLACEHOLDER_RE

from nutgraf.reading.markdown.marks import BRACKETS, PATTERNS, PLACEHOLDER, BodyMark, Pattern, placeholder

MOST_OPEN = 200
"""For each bracket that isn't closed, Python-Markdown reads the rest of the paragraph again."""

ESCAPE = re.compile("\x02(\\d+)\x03")
"""What Python-Markdown puts for a character behind a backslash."""

_STARTS_BLOCK = re.compile(r"\A(?=[^\[]*\[)")

Handled = tuple[etree.Element | str | None, int | None, int | None]
"""What stands for a match, and where the match begins and ends; None three times where it is no match after all."""


class Overfull(Exception):
    """So many brackets stand open in one paragraph that Python-Markdown would take minutes; its words come along."""


@dataclass(slots=True)
class Run:
    """What one run of Python-Markdown leaves behind beside its tree."""

    md: markdown.Markdown
    marks: list[BodyMark] = field(default_factory=list)
    code: dict[etree.Element, str] = field(default_factory=dict)

    def written(self, text: str) -> str:
        """A stretch of a block as the author wrote it."""
        return unescaped(self._restored(text), "\\")

    def meant(self, text: str) -> str:
        """The same, without the backslashes of its escapes."""
        return unescaped(self._restored(text))

    def _restored(self, text: str) -> str:
        inline = self.md.treeprocessors["inline"]
        stashed = inline.stashed_nodes if isinstance(inline, InlineTreeprocessor) else {}
        whole = INLINE_PLACEHOLDER_RE.sub(lambda it: self._of(stashed[it[1]]), text)
        return PLACEHOLDER.sub(lambda it: self.marks[int(it[1])].literal, whole)

    def _of(self, node: etree.Element | str) -> str:
        return self._restored(node if isinstance(node, str) else self.code.get(node) or "".join(node.itertext()))


def unescaped(text: str, backslash: str = "") -> str:
    """The text with each character that was behind a backslash in its place again."""
    return ESCAPE.sub(lambda it: backslash + chr(int(it[1])), text)


def register(md: markdown.Markdown) -> Run:
    """Let Python-Markdown look for these as well; what it finds is gathered in the run that is returned."""
    run = Run(md)
    md.inlinePatterns.register(_Backticks(run), "backtick", 190)
    md.inlinePatterns.register(_Brackets(run), "brackets", 179.5)
    for name, pattern in PATTERNS.items():
        md.inlinePatterns.register(_Marks(pattern, run), name, pattern.priority)
    return run


class _Marks(InlineProcessor):
    """A pattern of ours: what it finds becomes a numbered mark, which nothing behind it reads again."""

    def __init__(self, pattern: Pattern, run: Run) -> None:
        super().__init__("", run.md)
        self.compiled_re = pattern.written
        self._read = pattern.read
        self._run = run

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # the stubs are older
        """The placeholder of a mark."""
        mark = self._read(m, self._run.meant, self._run.written(m[0]))
        if mark is None:
            return None, None, None
        self._run.marks.append(mark)
        return placeholder(len(self._run.marks) - 1), m.start(), m.end()


class _Backticks(BacktickInlineProcessor):
    """Python-Markdown's own, but for what was written being kept."""

    def __init__(self, run: Run) -> None:
        super().__init__(BACKTICK_RE)
        self._run = run

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # the stubs are older
        """A piece of code."""
        node, start, end = super().handleMatch(m, data)
        if isinstance(node, etree.Element):
            self._run.code[node] = data[start:end]
        return node, start, end


class _Brackets(InlineProcessor):
    """Looks at a block before its links are looked for, and gives up where they would take too long."""

    def __init__(self, run: Run) -> None:
        super().__init__("", run.md)
        self.compiled_re = _STARTS_BLOCK
        self._run = run

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # the stubs are older
        """Nothing. Raises Overfull."""
        words = address = 0
        for step in BRACKETS.finditer(data):
            if step[0] == "[":
                words += 1
            elif step[0][0] == "]":
                words = max(words - 1, 0)
                address += step[0] == "]("
            elif address:
                address += 1 if step[0] == "(" else -1
            if max(words, address) > MOST_OPEN:
                raise Overfull(self._run.written(data[: step.start()]))
        return None, None, None
