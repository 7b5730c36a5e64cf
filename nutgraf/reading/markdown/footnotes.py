"""Footnotes with ids of their own, told apart from every link that an author can write. Extends Python-Markdown's."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown import Markdown
from markdown.extensions.footnotes import (
    FN_BACKLINK_TEXT,
    NBSP_PLACEHOLDER,
    FootnoteExtension,
    FootnoteInlineProcessor,
)

from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Problem
from nutgraf.reading.markdown.inline import Handled
from nutgraf.reading.markdown.marks import FOOTNOTE, footnotes_defined_in

_BACK = "\u21a9"
_NO_BREAK = "\u00a0"


class Footnotes(FootnoteExtension):
    """Footnotes by number: an id with an underscore is one that neither a file nor an author can have."""

    def __init__(self, prefix: str, back_to_text: str) -> None:
        self._prefix = prefix
        self._numbers: dict[str, int] = {}
        self._again: list[str] = []
        self._nested: list[str] = []
        self._is_complete = False
        self.references: dict[etree.Element, str] = {}
        """The label of each note that the text refers to, by the element that does."""
        self.block: etree.Element | None = None
        """The notes as they stand at the end of the page."""
        super().__init__(SEPARATOR="-", BACKLINK_TITLE=back_to_text)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register with Python-Markdown."""
        super().extendMarkdown(md)
        md.inlinePatterns.register(_Reference(FOOTNOTE, self), "footnote", 175)

    def setFootnote(self, id: str, text: str) -> None:
        """Store a footnote, if it is the first of its name."""
        if self._is_complete:
            self._nested.append(id)
        elif id in self.footnotes:
            self._again.append(id)
        else:
            super().setFootnote(id, text)

    def findFootnotesPlaceholder(self, root: etree.Element) -> None:
        """The notes always stand at the end."""

    def makeFootnotesDiv(self, root: etree.Element) -> etree.Element | None:
        """The notes as they are known by now: Python-Markdown can't take another while it writes them."""
        self._is_complete = True
        self.block = super().makeFootnotesDiv(root)
        return self.block

    def makeFootnoteId(self, id: str) -> str:
        """The id of a note."""
        return f"fn-{self._prefix}_{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:
        """The id of one place that cites a note."""
        return self.unique_ref(f"fnref-{self._prefix}_{self._number(id)}", found)

    def unique_ref(self, reference: str, found: bool = False) -> str:
        """The id with the number of the place, from the second on, as Python-Markdown counts them but at once."""
        if not found:
            return reference
        self.found_refs[reference] = self.found_refs.get(reference, 0) + 1
        count = self.found_refs[reference]
        return reference if count == 1 else reference.replace("-", f"{count}-", 1)

    def notes(self) -> Iterator[tuple[str, etree.Element]]:
        """Each note's label and its list item."""
        items = self.block.findall("ol/li") if self.block is not None else []
        return zip(self.footnotes, items, strict=True)

    def finished(self) -> frozenset[etree.Element]:
        """The links back to the text, put in their final words."""
        back: set[etree.Element] = set()
        for element in self.block.iter() if self.block is not None else ():
            if element.text == FN_BACKLINK_TEXT:
                element.text = _BACK
                back.add(element)
            element.text = element.text and element.text.replace(NBSP_PLACEHOLDER, _NO_BREAK)
            element.tail = element.tail and element.tail.replace(NBSP_PLACEHOLDER, _NO_BREAK)
        return frozenset(back)

    def problems(self, lines: Lines) -> Iterator[Problem]:
        """What is wrong with the definitions; a reference without one stays in the text, and is found there."""
        defined = footnotes_defined_in(lines.text)

        def told(label: str, wrong: str, hint: str, number: int = 0) -> Problem:
            start, end = defined[label][number] if label in defined else _written(label, lines.text)
            at = lines.span(start, end)
            return Problem(code="footnote", at=at, message=f"the footnote [^{label}] {wrong}", hint=hint)

        for label in self._again:
            yield told(label, "is defined twice", "give one of the two another name", number=-1)
        for label in self._nested:
            yield told(label, "is defined within another", "put a blank line before it")
        for label in self.footnotes.keys() - set(self.footnote_order):
            hint = f"put [^{label}] behind the words that it belongs to, or delete it"
            yield told(label, "is cited nowhere", hint)

    def _number(self, label: str) -> int:
        return self._numbers.setdefault(label, len(self._numbers) + 1)


def _written(label: str, text: str) -> tuple[int, int]:
    """Where the definition of a note stands that is none, since it doesn't begin a line."""
    start = max(text.find(f"[^{label}]:"), 0)
    return start, start + len(label) + 4


class _Reference(FootnoteInlineProcessor):
    """Notes which elements refer to a note."""

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # the stubs are older
        """The element that refers to a note, if there is such a note."""
        element, start, end = super().handleMatch(m, data)
        if isinstance(element, etree.Element) and isinstance(self.footnotes, Footnotes):
            self.footnotes.references[element] = m[1]
        return element, start, end
