"""Runs Python-Markdown over a body, with nutgraf's marks among its inline patterns. Knows no place.

What is code, a heading or a list is for Python-Markdown alone to say.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import cast

import markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor, InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE

from nutgraf.reading.markdown.footnotes import Footnotes
from nutgraf.reading.markdown.marks import CLOSE, MARK, PATTERNS, BodyMark, Pattern, placeholder

MOST_OPEN = 200
"""For each bracket that isn't closed, Python-Markdown reads the rest of the paragraph again."""

STASHED = HTML_PLACEHOLDER_RE
"""What stands in the tree for a character reference, or for a block of code between fences."""

_RULE = frozenset("|:- ")
_STEP = re.compile(r"\]\(|[\[\]()]")
_STARTS_BLOCK = re.compile(r"\A(?=[^\[]*\[)")
_ESCAPE = re.compile("\x02(\\d+)\x03")
_HIDDEN = re.compile(f"{AMP_SUBSTITUTE}(?:#(\\d+)|(\\w+));")
_FENCE_LINE = re.compile(r"^(?:~{3,}|`{3,})[^\n]*", re.MULTILINE)
_LONG_GAP = re.compile(" {80,}")


class Overfull(Exception):
    """So many brackets stand open in one paragraph that Python-Markdown would take minutes; its words come along."""


@dataclass(slots=True)
class Parsed:
    """The tree of a body, finished but for the marks in its texts, and what they stand for."""

    root: etree.Element
    marks: list[BodyMark]
    """By the number of their placeholders."""
    stash: list[str | etree.Element]
    """By number: a character reference as it was written, or a block of code between fences."""
    code: Mapping[etree.Element, str]
    """Code between backticks as it was written."""
    footnotes: Footnotes
    links_back: frozenset[etree.Element]


@dataclass(slots=True)
class _Run:
    """What one run of Python-Markdown leaves behind beside its tree."""

    md: markdown.Markdown
    marks: list[BodyMark] = field(default_factory=list)
    code: dict[etree.Element, str] = field(default_factory=dict)

    def written(self, text: str) -> str:
        """A stretch of a block as the author wrote it."""
        return self._restored(text, "\\")

    def meant(self, text: str) -> str:
        """The same, without the backslashes of its escapes."""
        return self._restored(text, "")

    def _restored(self, text: str, backslash: str) -> str:
        inline = self.md.treeprocessors["inline"]
        stashed = inline.stashed_nodes if isinstance(inline, InlineTreeprocessor) else {}
        whole = INLINE_PLACEHOLDER_RE.sub(lambda it: self._of(stashed[it[1]]), text)
        return _ESCAPE.sub(lambda it: backslash + chr(int(it[1])), whole)

    def _of(self, node: etree.Element | str) -> str:
        return node if isinstance(node, str) else self.code.get(node, "".join(node.itertext()))


def parse(text: str, prefix: str, back_to_text: str) -> Parsed:
    """The tree of a body.

    Raises Overfull, and RecursionError when the text is nested too deeply for Python-Markdown.
    """
    footnotes = Footnotes(prefix, back_to_text)
    md = markdown.Markdown(
        extensions=[
            footnotes,
            TableExtension(use_align_attribute=True),
            DefListExtension(),
            AttrListExtension(),
            FencedCodeExtension(),
            SaneListExtension(),  # a list keeps the number that it begins with
        ],
    )
    run = _Run(md)
    md.preprocessors.deregister("html_block")
    md.preprocessors.register(_Fences(md, {"lang_prefix": "language-"}), "fenced_code_block", 25)
    md.parser.blockprocessors.register(_Tables(md.parser, {"use_align_attribute": True}), "table", 75)
    md.inlinePatterns.register(_Backticks(BACKTICK_RE, run), "backtick", 190)
    md.inlinePatterns.register(_Brackets(_STARTS_BLOCK, run), "brackets", 179.5)
    for name, pattern in PATTERNS.items():
        md.inlinePatterns.register(_Marks(pattern, run), name, pattern.priority)
    root = _tree(md, text)
    links_back = footnotes.finished()
    stash = [_block_of(it) if it.startswith("<pre") else it for it in map(str, md.htmlStash.rawHtmlBlocks)]
    return Parsed(root, run.marks, stash, run.code, footnotes, links_back)


def _tree(md: markdown.Markdown, text: str) -> etree.Element:
    """The steps of markdown.Markdown.convert up to its tree."""
    # The pattern for fences takes time with the square of the spaces on their line.
    lines = _FENCE_LINE.sub(lambda line: _LONG_GAP.sub(" ", line[0]), text).split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = cast("etree.Element", md.parser.parseDocument(lines).getroot())
    for treeprocessor in md.treeprocessors:
        changed = treeprocessor.run(root)
        root = root if changed is None else changed
    for link in root.iter("a"):
        if AMP_SUBSTITUTE in (link.text or ""):
            link.set("href", _plain_mail(link.get("href", "")))
            link.text = _plain_mail(link.text or "")
    return root


def _plain_mail(hidden: str) -> str:
    """An address of mail without the references that Python-Markdown hides it behind."""
    written = _HIDDEN.sub(lambda it: chr(int(it[1])) if it[1] else html.unescape(f"&{it[2]};"), hidden)
    return _ESCAPE.sub(lambda it: chr(int(it[1])), written)


class _Marks(InlineProcessor):
    """A pattern of ours: what it finds becomes a numbered mark, which nothing behind it reads again."""

    def __init__(self, pattern: Pattern, run: _Run) -> None:
        super().__init__("", run.md)
        self.compiled_re = pattern.written
        self._read = pattern.read
        self._run = run

    def handleMatch(  # type: ignore[override]  # the stubs know the older patterns only
        self, m: re.Match[str], data: str
    ) -> tuple[str | None, int | None, int | None]:
        """The placeholder of a mark."""
        mark = self._read(m, self._run.meant, self._run.written(m[0]))
        if mark is None:
            return None, None, None
        self._run.marks.append(mark)
        return placeholder(len(self._run.marks) - 1), m.start(), m.end()


class _Backticks(BacktickInlineProcessor):
    """Python-Markdown's own, but for what was written being kept."""

    def __init__(self, pattern: str, run: _Run) -> None:
        super().__init__(pattern)
        self._run = run

    def handleMatch(  # type: ignore[override]  # the stubs know the older patterns only
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | str | None, int | None, int | None]:
        """A piece of code."""
        node, start, end = super().handleMatch(m, data)
        if isinstance(node, etree.Element):
            self._run.code[node] = data[start:end]
        return node, start, end


class _Brackets(InlineProcessor):
    """Looks at a block before its links are looked for, and gives up where they would take too long."""

    def __init__(self, pattern: re.Pattern[str], run: _Run) -> None:
        super().__init__("", run.md)
        self.compiled_re = pattern
        self._run = run

    def handleMatch(  # type: ignore[override]  # the stubs know the older patterns only
        self, m: re.Match[str], data: str
    ) -> tuple[None, None, None]:
        """Nothing. Raises Overfull."""
        words = address = 0
        for step in _STEP.finditer(data):
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


class _Tables(TableProcessor):
    """A bar within one of our marks parts no cells."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether it is a table; Python-Markdown would look at every line of every block."""
        second = block.split("\n", 2)[1:2]
        return bool(second) and set(second[0]) <= _RULE and super().test(parent, block)

    def _split(self, row: str) -> list[str]:
        hidden = MARK.sub(lambda mark: mark[0].replace("|", CLOSE), row)
        cells: list[str] = super()._split(hidden)  # type: ignore[misc]  # the stubs leave it out
        return [cell.replace(CLOSE, "|") for cell in cells]


class _Fences(FencedBlockPreprocessor):
    """Classes are classes however they are set, so that no attribute is written twice."""

    def __init__(self, md: markdown.Markdown, config: dict[str, str]) -> None:
        super().__init__(md, config)

    def handle_attrs(self, attrs: Iterable[tuple[str, str]]) -> tuple[str, list[str], dict[str, str]]:
        """The id, the classes and the rest."""
        return super().handle_attrs([("." if name == "class" else name, value) for name, value in attrs])


class _BlockReader(HTMLParser):
    """Makes elements of the HTML that Python-Markdown writes for code between fences."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[etree.Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<pre>`, and `<code>` in it."""
        element = etree.Element(tag, {name: value or "" for name, value in attrs})
        if self.elements:
            self.elements[-1].append(element)
        self.elements.append(element)

    def handle_data(self, data: str) -> None:
        """The code."""
        self.elements[-1].text = (self.elements[-1].text or "") + data


def _block_of(written: str) -> etree.Element:
    reader = _BlockReader()
    reader.feed(written)
    reader.close()
    return reader.elements[0]
