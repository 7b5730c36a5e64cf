"""The one walk over the tree of a body: the same nodes become the page's HTML and the passages for the checks."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Mapping

from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Problem
from nutgraf.model.prose import Fragment, Passage
from nutgraf.reading.markdown.converter import Parsed
from nutgraf.reading.markdown.elements import Carried, Elements, Manner
from nutgraf.reading.markdown.footnotes import definition
from nutgraf.reading.markdown.headings import Headings
from nutgraf.reading.markdown.marks import begins_block_in
from nutgraf.reading.markdown.page import PageWriter
from nutgraf.reading.markdown.passages import BETWEEN_CELLS
from nutgraf.reading.markdown.places import Finder
from nutgraf.reading.markdown.words import Words

_STRUCTURE = ("ul", "ol", "dl", "table", "thead", "tbody", "tr")
"""Blocks that hold no words themselves, but line ends between their parts."""
_BLOCKS = ("p", "li", "dt", "dd", "blockquote", "div", "hr", *_STRUCTURE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Walk:
    """Walks a finished tree once, and writes down what a reader sees of it and what the checks are to know."""

    def __init__(self, parsed: Parsed, lines: Lines, manner: Manner) -> None:
        self._parsed = parsed
        self._lines = lines
        self._finder = Finder(lines)
        self._page = PageWriter(manner.lang)
        self._notes = {item: label for label, item in parsed.footnotes.notes()}
        self._note_sections: dict[str, int] = {}
        self._behind_head = 0
        self.elements = Elements(manner, parsed.marks, self._finder)
        self.headings = Headings(self.elements, allowed=manner.headings)
        self._words = Words(parsed, lines, self._finder, self.elements, self._page)
        self._passages = self._words.passages
        self._ways: Mapping[str, Callable[[etree.Element], None]] = {
            **dict.fromkeys(_BLOCKS, self._block),
            **dict.fromkeys(_HEADINGS, self._heading),
            **dict.fromkeys(("th", "td"), self._cell),
            "pre": self._words.indented_code,
            "code": self._words.inline_code,
            "img": self._picture,
            "a": self._link,
            "br": self._break,
        }

    def fragments(self) -> list[Fragment]:
        """The page: what stands before the first section, heading and body of each section, and the footnotes."""
        for child in self._parsed.root:
            if child is self._parsed.footnotes.block:
                break
            (self._top_heading if child.tag in _HEADINGS else self._element)(child)
            self._words.text(child.tail or "")
            self._words.flush()
        self._page.begin()
        if self._notes:
            self._page.start("ol", ())
            for item in self._notes:
                self._note(item)
            self._page.words("\n")
            self._page.end("ol")
        return self._page.fragments()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, once everything has been walked."""
        return tuple(self._passages.made)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found wrong on the way."""
        return (*self._words.problems, *self.headings.problems, *self.elements.problems)

    def _top_heading(self, element: etree.Element) -> None:
        is_section = element.tag == "h2"
        if is_section:
            self._page.begin()
            self._passages.section += 1
        start, number = self._finder.at, len(self._passages.made)
        (self._heading_words if is_section else self._heading)(element)
        runs = self._passages.made[number].runs if len(self._passages.made) > number else ()
        offset = runs[0][1] if runs else max(self._lines.text.find("#", start), 0)
        self.headings.enter(element, self._finder.line_at(offset))
        if is_section:
            self._page.begin()

    def _note(self, item: etree.Element) -> None:
        label = self._notes[item]
        _, self._finder.at = definition(label, self._lines.text)
        self._passages.section = self._note_sections.get(label, 0)
        self._words.space("\n")
        self._block(item)

    def _element(self, element: etree.Element) -> None:
        label = self._parsed.footnotes.references.get(element)
        if label is not None:
            self._note_sections.setdefault(label, self._passages.section)
        if label is not None or element in self._parsed.links_back:
            self._of_note(element)
        else:
            self._ways.get(element.tag, self._inline)(element)

    def _inline(self, element: etree.Element) -> None:
        self._open(element, self.elements.attributes(element))
        self._inside(element)

    def _break(self, element: etree.Element) -> None:
        self._open(element, ())
        self._passages.words("\n", [])

    def _open(self, element: etree.Element, attributes: Iterable[tuple[str, Carried]]) -> None:
        self._words.flush()
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
        outer, first = self._passages.kind, len(self._passages.made)
        self._passages.kind = "quotation" if element.tag == "blockquote" else outer
        is_note = element in self._notes
        self._open(element, self.elements.of_note(element) if is_note else self.elements.attributes(element))
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
        self._open(element, self.elements.attributes(element))
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
        self._open(element, self.elements.attributes(element))
        outer, self._words.in_link = self._words.in_link, True
        with self._passages.link():
            self._inside(element)
        self._words.in_link = outer
        self._finder.skip_destination(element.get("href") or "")

    def _of_note(self, element: etree.Element) -> None:
        """A mark that leads to a note, or back from it: no word of the author's."""
        self._open(element, self.elements.of_note(element))
        self._page.words(element.text or "")
        for child in element:
            self._of_note(child)
        self._page.end(element.tag)

    def _picture(self, element: etree.Element) -> None:
        attributes = tuple(self.elements.attributes(element))
        self._open(element, attributes)
        words = "".join(value for name, value in attributes if name == "alt" and isinstance(value, str))
        self._passages.aside("picture", words, self._finder.runs(words))
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
