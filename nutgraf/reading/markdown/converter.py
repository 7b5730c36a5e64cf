"""Runs Python-Markdown over a body, with nutgraf's marks among its inline patterns. Knows no place.

What is code, a heading or a list is for Python-Markdown alone to say.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE

from nutgraf.reading.markdown import blocks, inline
from nutgraf.reading.markdown.footnotes import Footnotes
from nutgraf.reading.markdown.marks import FENCE_LINE, BodyMark

STASHED = HTML_PLACEHOLDER_RE
"""What stands in the tree for a character reference, or for a block of code between fences."""

_HIDDEN = re.compile(f"{AMP_SUBSTITUTE}(?:#(\\d+)|(\\w+));")
_LONG_GAP = re.compile(" {80,}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a body, finished but for the marks in its texts, and what they stand for."""

    root: etree.Element
    marks: tuple[BodyMark, ...]
    """By the number of their placeholders."""
    stash: tuple[str | etree.Element, ...]
    """By number: a character reference as it was written, or a block of code between fences."""
    code: Mapping[etree.Element, str]
    """Code between backticks as it was written."""
    footnotes: Footnotes
    links_back: frozenset[etree.Element]
    lost: Mapping[str, str]
    """The words that stand nowhere, since they are read as where a label leads, by the label."""

    def code_in(self, number: int) -> str:
        """What is stashed under a number, as it was written."""
        stashed = self.stash[number]
        return stashed if isinstance(stashed, str) else "".join(stashed.itertext())


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
    md.preprocessors.deregister("html_block")
    md.treeprocessors.deregister("unescape")  # what stands behind a backslash is told apart up to the end
    destinations = blocks.register(md)
    run = inline.register(md)
    root = _tree(md, text)
    links_back = footnotes.finished()
    raw = map(str, md.htmlStash.rawHtmlBlocks)
    stash = tuple(blocks.code_of(it) if it.startswith("<pre") else it for it in raw)
    lost = destinations.unused_words()
    parsed = Parsed(root, tuple(run.marks), stash, run.code, footnotes, links_back, lost)
    for element in root.iter():
        for name, value in element.attrib.items():
            if value and "\x02" in value:
                plain = run.meant(value) if INLINE_PLACEHOLDER_RE.search(value) else inline.unescaped(value)
                element.set(name, STASHED.sub(lambda it: parsed.code_in(int(it[1])), plain))
    return parsed


def _tree(md: markdown.Markdown, text: str) -> etree.Element:
    """The steps of markdown.Markdown.convert up to its tree."""
    # The pattern for fences takes time with the square of the spaces on their line.
    lines = FENCE_LINE.sub(lambda line: _LONG_GAP.sub(" ", line[0]), text).split("\n")
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
    return inline.unescaped(written)
