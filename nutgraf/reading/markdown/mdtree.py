"""Runs Python-Markdown over a marked body, and gives footnotes ids of their own. The only importer of markdown.

Takes raw HTML handling out, and has the tree inspected before it becomes text.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass

import markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from nutgraf.model.problems import Place, Problem
from nutgraf.model.prose import FileLink
from nutgraf.reading.markdown.inspection import NOTES_BEGIN, Heading, Inspector, Manner
from nutgraf.reading.markdown.tokens import Lines, Marked

_FENCE_LINE = re.compile(r"^(?:~{3,}|`{3,})[^\n]*", re.MULTILINE)
_LONG_GAP = re.compile(" {80,}")


@dataclass(frozen=True, slots=True)
class Converted:
    """Python-Markdown's HTML, not yet cleaned, and what was found in its tree."""

    html: str
    headings: tuple[Heading, ...]
    """Sections in order; in the HTML the n-th carries a placeholder of n as its id."""
    file_links: tuple[FileLink, ...]
    """Links into content/; the n-th stands in the HTML as the n-th placeholder after those of the marks."""
    ids: frozenset[str]
    """Those that the author has set."""
    fragments: tuple[tuple[str, Place], ...]
    """Links to an id on the same page, and where they stand."""
    problems: tuple[Problem, ...]


def convert(marked: Marked, text: str, manner: Manner) -> Converted:
    """The HTML of a marked body; `text` is the body as the author wrote it.

    Raises RecursionError when the text is nested too deeply for Python-Markdown.
    """
    inspector = Inspector(text, marked, manner)
    notes = _Footnotes(manner)
    converter = markdown.Markdown(
        extensions=[
            notes,
            TableExtension(use_align_attribute=True),
            DefListExtension(),
            AttrListExtension(),
            FencedCodeExtension(),
            SaneListExtension(),  # a list keeps the number that it begins with
        ],
        output_format="html",
    )
    # Without these two, what looks like a tag is escaped like any other text.
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.treeprocessors.register(_Inspection(inspector), "nutgraf", -1)
    # The pattern for fences takes time with the square of the spaces on their line.
    html = converter.convert(_FENCE_LINE.sub(lambda line: _LONG_GAP.sub(" ", line[0]), marked.text))
    return Converted(
        html,
        tuple(inspector.headings),
        tuple(inspector.file_links),
        frozenset(inspector.ids),
        tuple(inspector.fragments),
        (*inspector.problems, *notes.problems(text, Lines(text, manner.path, manner.first_line))),
    )


class _Inspection(Treeprocessor):
    """Lets Python-Markdown call the inspector when its tree is built."""

    def __init__(self, inspector: Inspector) -> None:
        super().__init__()
        self._inspector = inspector

    def run(self, root: etree.Element) -> None:
        self._inspector.inspect(root)


class _Footnotes(FootnoteExtension):
    """Footnotes by number: an id with an underscore is one that neither a file nor an author can have."""

    def __init__(self, manner: Manner) -> None:
        self._prefix = manner.prefix
        self._numbers: dict[str, int] = {}
        self._again: list[str] = []
        self._nested: list[str] = []
        self._is_complete = False
        super().__init__(SEPARATOR="-", BACKLINK_TITLE=manner.back_to_text, PLACE_MARKER=NOTES_BEGIN)

    def setFootnote(self, id: str, text: str) -> None:
        """Store a footnote, if it is the first of its name."""
        if self._is_complete:
            self._nested.append(id)
        elif id in self.footnotes:
            self._again.append(id)
        else:
            super().setFootnote(id, text)

    def makeFootnotesDiv(self, root: etree.Element) -> etree.Element | None:
        """The notes as they are known by now: Python-Markdown can't take another while it writes them."""
        self._is_complete = True
        return super().makeFootnotesDiv(root)

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

    def _number(self, label: str) -> int:
        return self._numbers.setdefault(label, len(self._numbers) + 1)

    def problems(self, text: str, lines: Lines) -> Iterator[Problem]:
        """What is wrong with the definitions; a citation without one stays in the text, and is found there."""
        for label in self._again:
            message, hint = f"the footnote [^{label}] is defined twice", "give one of the two another name"
            yield Problem(code="footnote", at=_definition(label, -1, text, lines), message=message, hint=hint)
        for label in self._nested:
            message, hint = f"the footnote [^{label}] is defined within another", "put a blank line before it"
            yield Problem(code="footnote", at=_definition(label, 0, text, lines), message=message, hint=hint)
        for label in self.footnotes.keys() - set(self.footnote_order):
            message = f"the footnote [^{label}] is cited nowhere"
            hint = f"put [^{label}] behind the words that it belongs to, or delete it"
            yield Problem(code="footnote", at=_definition(label, 0, text, lines), message=message, hint=hint)


def _definition(label: str, number: int, text: str, lines: Lines) -> Place:
    """Where a footnote is defined, for the first time (0) or the last (-1)."""
    written = f"[^{label}]:"
    places = [match.start() for match in re.finditer(re.escape(written), text)]
    return lines.place(places[number] if places else 0, len(written))
