"""The one walk over the tree of a body: the same nodes become the page's HTML and the passages for the checks."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Place, Problem
from nutgraf.model.prose import Fragment, Passage
from nutgraf.reading.markdown.converter import Parsed
from nutgraf.reading.markdown.elements import Attributes, Elements
from nutgraf.reading.markdown.headings import Heading, Headings
from nutgraf.reading.markdown.manner import Manner
from nutgraf.reading.markdown.marks import begins_block_in, footnotes_defined_in
from nutgraf.reading.markdown.page import PageWriter
from nutgraf.reading.markdown.passages import BETWEEN_CELLS
from nutgraf.reading.markdown.places import Finder
from nutgraf.reading.markdown.positions import Positions, names_position
from nutgraf.reading.markdown.words import Words

_STRUCTURE = ("ul", "ol", "dl", "table", "thead", "tbody", "tr")
"""Blocks that hold no words themselves, but line ends between their parts."""
_BLOCKS = ("p", "li", "dt", "dd", "blockquote", "div", "hr", *_STRUCTURE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk leaves behind."""

    page: tuple[Fragment, ...]
    """What stands before the first section, heading and body of each section, and the footnotes."""
    headings: tuple[Heading, ...]
    """Of each section."""
    positions: tuple[int, ...]
    """How many named and sourced positions each section sets out."""
    passages: tuple[Passage, ...]
    ids: frozenset[str]
    """Those that an author has set, and those of footnotes."""
    fragments: tuple[tuple[str, Place], ...]
    """Links to an id on the same page, and where they stand."""
    problems: tuple[Problem, ...]


def walked(parsed: Parsed, lines: Lines, manner: Manner) -> Walked:
    """What a reader sees of a finished tree, and what the checks are to know of it."""
    return _Walk(parsed, lines, manner).through()


class _Walk:
    """Goes through a tree once."""

    def __init__(self, parsed: Parsed, lines: Lines, manner: Manner) -> None:
        self._parsed = parsed
        self._lines = lines
        self._finder = Finder(lines)
        self._page = PageWriter(manner.lang)
        self._notes = {item: label for label, item in parsed.footnotes.notes()}
        self._defined = footnotes_defined_in(lines.text) if self._notes else {}
        self._note_sections: dict[str, list[int]] = {}
        self._behind_head = 0
        self._positions = Positions()
        self._elements = Elements(manner, parsed.marks, self._finder)
        self._headings = Headings(self._elements, allowed=manner.headings)
        self._words = Words(parsed, lines, self._finder, self._elements, self._page)
        self._passages = self._words.passages
        self._ways: Mapping[str, Callable[[etree.Element], None]] = {
            **dict.fromkeys(_BLOCKS, self._block),
            **dict.fromkeys(_HEADINGS, self._heading),
            **dict.fromkeys(("th", "td"), self._cell),
            "pre": self._words.indented_code,
            "code": self._words.inline_code,
            "img": self._picture,
            "a": self._link,
        }

    def through(self) -> Walked:
        """Go through the whole body."""
        for child in self._parsed.root:
            if child is self._parsed.footnotes.block:
                break
            (self._top_heading if child.tag in _HEADINGS else self._element)(child)
            self._words.text(child.tail or "")
            self._words.flush()
        self._step(is_position=False)
        self._page.begin()
        if self._notes:
            self._page.start("ol", ())
            for item in self._notes:
                self._note(item)
            self._page.words("\n")
            self._page.end("ol")
        return Walked(
            page=tuple(self._page.fragments()),
            headings=tuple(self._headings.made),
            positions=tuple(map(self._positions.sourced_in, range(1, len(self._headings.made) + 1))),
            passages=tuple(sorted(self._passages.made, key=lambda it: it.kind in ("code", "picture", "title"))),
            ids=frozenset(self._elements.ids),
            fragments=tuple(self._elements.fragments),
            problems=(*self._words.problems, *self._headings.problems, *self._elements.problems),
        )

    def _step(self, *, is_position: bool) -> None:
        self._positions.step(self._passages.section, self._passages.cited, is_position=is_position)

    def _top_heading(self, element: etree.Element) -> None:
        level = int(element.tag[1])
        if level == 2:
            self._page.begin()
            self._step(is_position=False)
            self._passages.section += 1
        signs, number = self._finder.heading(level), len(self._passages.made)
        (self._heading_words if level == 2 else self._heading)(element)
        runs = next((it.runs for it in self._passages.made[number:] if it.kind == "heading" and it.runs), ())
        self._headings.enter(element, self._finder.line_at(runs[0][1] if runs else signs))
        if level == 2:
            self._page.begin()

    def _note(self, item: etree.Element) -> None:
        label = self._notes[item]
        self._finder.at = self._defined.get(label, [(0, 0)])[0][1]
        self._passages.section = self._section_of(label)
        self._words.space("\n")
        self._block(item)

    def _section_of(self, label: str) -> int:
        """The section of a note: the first of facts that refers to it, or the first of any kind."""
        sections = self._note_sections.get(label, [0])
        return next((it for it in sections if not it or self._headings.made[it - 1].kind == "fact"), sections[0])

    def _element(self, element: etree.Element) -> None:
        label = self._parsed.footnotes.references.get(element)
        if label is not None:
            self._note_sections.setdefault(label, []).append(self._passages.section)
        if label is not None or element in self._parsed.links_back:
            self._of_note(element)
        else:
            self._ways.get(element.tag, self._inline)(element)

    def _inline(self, element: etree.Element) -> None:
        self._open(element, self._elements.attributes(element))
        self._inside(element)

    def _open(self, element: etree.Element, attributes: Attributes) -> None:
        self._words.flush()
        title = "".join(value for name, value in attributes if name == "title" and isinstance(value, str))
        self._passages.aside("title", title, self._finder.beside(title))
        self._page.start(element.tag, attributes)

    def _inside(self, element: etree.Element) -> None:
        """What stands within an element, and its end."""
        self._content(element)
        self._page.end(element.tag)

    def _content(self, element: etree.Element) -> None:
        write = self._words.space if element.tag in _STRUCTURE else self._words.text
        write(element.text or "")
        for child in element:
            self._element(child)
            write(child.tail or "")
        self._words.flush()

    def _block(self, element: etree.Element) -> None:
        """An element at whose start and end a passage ends."""
        self._words.flush()
        self._passages.end()
        if element.tag == "p":
            if not len(element) and self._words.stand_alone((element.text or "").strip()):
                return
            self._swallowed(element)
        if names_position(element):
            self._step(is_position=True)
        outer, first = self._passages.kind, len(self._passages.made)
        self._passages.kind = "quotation" if element.tag == "blockquote" else outer
        is_note = element in self._notes
        self._open(element, self._elements.of_note(element) if is_note else self._elements.attributes(element))
        self._inside(element)
        self._passages.end()
        self._passages.kind = outer
        if element.tag == "thead":
            self._behind_head = len(self._passages.made)
        elif element.tag == "table":
            self._passages.rest_on(first, self._behind_head)

    def _cell(self, element: etree.Element) -> None:
        self._words.flush()
        self._passages.words(BETWEEN_CELLS, [])
        self._inline(element)

    def _heading(self, element: etree.Element) -> None:
        """A heading with its tags."""
        if names_position(element):
            self._step(is_position=True)
        self._open(element, self._elements.attributes(element))
        self._heading_words(element)
        self._page.end(element.tag)

    def _heading_words(self, element: etree.Element) -> None:
        self._words.flush()
        self._passages.end()
        outer, self._passages.kind = self._passages.kind, "heading"
        self._content(element)
        self._passages.end()
        self._passages.kind = outer

    def _link(self, element: etree.Element) -> None:
        self._open(element, self._elements.attributes(element))
        outer, self._words.in_link = self._words.in_link, True
        with self._passages.link():
            self._inside(element)
        self._words.in_link = outer
        self._finder.skip_destination(element.get("href") or "")

    def _of_note(self, element: etree.Element) -> None:
        """A mark that leads to a note, or back from it: no word of the author's."""
        self._words.interrupt()
        self._page.start(element.tag, self._elements.of_note(element))
        self._page.words(element.text or "")
        for child in element:
            self._of_note(child)
        self._page.end(element.tag)

    def _picture(self, element: etree.Element) -> None:
        attributes = self._elements.attributes(element)
        self._open(element, attributes)
        words = "".join(value for name, value in attributes if name == "alt" and isinstance(value, str))
        self._passages.aside("picture", words, self._finder.runs(words))
        self._words.interrupt()
        self._finder.skip_destination(element.get("src") or "")

    def _swallowed(self, paragraph: etree.Element) -> None:
        """A warning for a list or table without a blank line above it, which Markdown takes for mere words."""
        texts = (paragraph.text, *(child.tail for child in paragraph))
        found = next(filter(None, (begins_block_in(text) for text in texts if text)), None)
        if found is not None:
            line, what = found
            message = f"this line begins like {what}, but goes on with the paragraph above"
            at = self._finder.place_of(line)
            self._words.report("markdown", at, message, "put a blank line above it", "warning")
