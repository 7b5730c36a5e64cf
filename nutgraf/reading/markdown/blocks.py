"""How nutgraf has Python-Markdown read tables, definitions of links, and code between fences."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from html.parser import HTMLParser

import markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.tables import TableProcessor

from nutgraf.model.characters import CLOSE
from nutgraf.reading.markdown.marks import MARK, is_word

_RULE = frozenset("|:- ")


def register(md: markdown.Markdown) -> Destinations:
    """Put these in the places of Python-Markdown's own; where its labels will lead is returned."""
    md.preprocessors.register(_Fences(md, {"lang_prefix": "language-"}), "fenced_code_block", 25)
    md.references = destinations = Destinations()
    md.parser.blockprocessors.register(_References(md.parser), "reference", 15)
    md.parser.blockprocessors.register(_Tables(md.parser, {"use_align_attribute": True}), "table", 75)
    return destinations


def code_of(written: str) -> etree.Element:
    """The elements of the HTML that Python-Markdown writes for code between fences."""
    reader = _BlockReader()
    reader.feed(written)
    reader.close()
    return reader.elements[0]


class Destinations(dict[str, tuple[str, str]]):
    """Where labels lead, and which of them links have asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: set[str] = set()

    def __getitem__(self, label: str) -> tuple[str, str]:
        self._asked.add(label)
        return super().__getitem__(label)

    def unused_words(self) -> dict[str, str]:
        """The labels that no link asks for and that lead to a mere word, which then stands nowhere on the page."""
        return {label: it[0] for label, it in self.items() if label not in self._asked and is_word(it[0])}


class _References(ReferenceProcessor):
    """A line that begins with a citation says where no link leads."""

    RE = re.compile(ReferenceProcessor.RE.pattern.replace(r"\[(", r"\[(?!@)(", 1), re.MULTILINE)


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

    def handle_attrs(self, attrs: Iterable[tuple[str, str]]) -> tuple[str, list[str], dict[str, str]]:
        """The id, the classes and the rest."""
        return super().handle_attrs([("." if name == "class" else name, value) for name, value in attrs])


class _BlockReader(HTMLParser):
    """Makes elements of HTML, of which it refuses none."""

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
