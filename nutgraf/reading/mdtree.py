"""Runs Python-Markdown over a marked body and inspects the tree it builds. The only importer of markdown.

Takes raw HTML handling out, names the sections, finds links into content/ and refuses attributes that a page must
not carry. Knows nothing of slots or of cleaning.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from nutgraf.model.problems import Code, Place, Problem
from nutgraf.model.prose import FileLink, SectionKind
from nutgraf.reading.nearest import did_you_mean
from nutgraf.reading.sanitise import SCHEMES, may_carry
from nutgraf.reading.slugs import slug, why_not_an_id
from nutgraf.reading.tokens import CLOSE, OPEN, PLACEHOLDER, Lines, placeholder

_DESCRIBE = "say what it shows between the brackets: ![A ship at the quay](…)"
SECTION_KINDS: tuple[SectionKind, ...] = ("fact", "analysis", "disputed", "unknown")
NOTES_BEGIN = f"{OPEN}{CLOSE}"
"""The id given for a moment to the block of footnotes, to find where it begins."""

_FENCE = re.compile(r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(
    r"^(?P<marks>\#{1,6})[ \t]*[^\#\s].*$ | ^(?P<text>[^\n>|#:-].*)\n(?P<line>=+|-+)[ \t]*$",
    re.MULTILINE | re.VERBOSE,
)
_HEADING_TAG = re.compile(r"h[1-6]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a body is to be read: where it stands, in what language, and whether it may hold headings."""

    path: str
    """Relative to the site."""
    folder: str
    """The file's folder relative to content/, against which its links are resolved."""
    first_line: int
    lang: str
    prefix: str
    """Keeps the footnotes of this body apart from those of another on the same page."""
    back_to_text: str
    """The title of the link from a footnote back to the text, with {} for its number."""
    headings: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """What the tree says of a section's heading."""

    id: str | None
    kind: SectionKind
    at: Place


@dataclass(frozen=True, slots=True)
class Converted:
    """Python-Markdown's HTML, not yet cleaned, and what was found in its tree."""

    html: str
    headings: tuple[Heading, ...]
    """Sections in order; in the HTML the n-th carries a placeholder of n as its id."""
    file_links: tuple[FileLink, ...]
    """Links into content/; the n-th stands in the HTML as a placeholder of `first_free + n`."""
    fragments: tuple[tuple[str, Place], ...]
    """Links to an id on the same page, and where they stand."""
    problems: tuple[Problem, ...]


def convert(marked: str, text: str, first_free: int, manner: Manner) -> Converted:
    """The HTML of a marked body. `text` is the body as the author wrote it; placeholders from `first_free` are free.

    Raises RecursionError when the text is nested too deeply for Python-Markdown.
    """
    inspector = _Inspector(text, first_free, manner)
    converter = markdown.Markdown(
        extensions=[
            FootnoteExtension(SEPARATOR=f"-{manner.prefix}-", BACKLINK_TITLE=manner.back_to_text),
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
    converter.treeprocessors.register(inspector, "nutgraf", -1)
    html = converter.convert(marked)
    return Converted(
        html,
        tuple(inspector.headings),
        tuple(inspector.file_links),
        tuple(inspector.fragments),
        tuple(inspector.problems),
    )


class _Inspector(Treeprocessor):
    """Walks the finished tree once. Places are found by searching the author's text, since elements carry none."""

    def __init__(self, text: str, first_free: int, manner: Manner) -> None:
        super().__init__()
        self._text = text
        self._first_free = first_free
        self._manner = manner
        self._lines = Lines(text, manner.path, manner.first_line)
        self._heading_places = _heading_places(text, self._lines)
        self._searched: dict[str, int] = {}
        self._level = 1
        self.headings: list[Heading] = []
        self.file_links: list[FileLink] = []
        self.fragments: list[tuple[str, Place]] = []
        self.problems: list[Problem] = []

    def run(self, root: etree.Element) -> None:
        """Markdown's hook: inspects and amends the tree in place."""
        for child in root:
            if child.get("class") == "footnote":
                child.set("id", NOTES_BEGIN)
            elif _HEADING_TAG.fullmatch(child.tag):
                self._heading(child)
        for element in root.iter():
            for address in ("href", "src"):
                if element.get(address) is not None:
                    self._address(element, address)
            self._attributes(element)
            if element.tag == "img" and not element.get("alt", "").strip():
                at = self._find("![", 2)
                self._report("attribute", at, "this picture has no words for those who don't see it", _DESCRIBE)

    def _heading(self, element: etree.Element) -> None:
        at = next(self._heading_places, None) or self._lines.place(0, 1)
        if not self._manner.headings:
            self._report(
                "heading",
                at,
                "headings stand only in explainers, index.md and about.md",
                "use **bold** words",
            )
        elif element.tag == "h1":
            self._report("heading", at, "the title is the page's only first-level heading", "begin with ## instead")
        elif int(element.tag[1]) > self._level + 1:
            hint = f"write {'#' * (self._level + 1)}: a heading stands one level below the one it belongs to"
            self._report("heading", at, "this heading skips a level", hint)
        self._level = int(element.tag[1])
        if element.tag == "h2":
            kind = self._section_kind(element, at)
            self.headings.append(Heading(self._section_id(element, at), kind, at))
            element.attrib = {"id": placeholder(len(self.headings) - 1)}

    def _section_id(self, element: etree.Element, at: Place) -> str | None:
        for name in element.attrib.keys() - {"id"}:
            self._report("attribute", at, f"a ## heading can't carry {name}", "it can carry an id and a kind")
        named = element.get("id")
        if named is None or (reason := why_not_an_id(named)) is None:
            return named
        self._report("attribute", at, f'"{named}" can\'t be the id of a heading: {reason}', f"write #{slug(named)}")
        return None

    def _section_kind(self, element: etree.Element, at: Place) -> SectionKind:
        named = element.attrib.pop("kind", "fact")
        for kind in SECTION_KINDS:
            if kind == named:
                return kind
        hint = did_you_mean(named, SECTION_KINDS, f"the kinds are {', '.join(SECTION_KINDS)}")
        self._report("attribute", at, f'"{named}" is not a kind of section', hint)
        return "fact"

    def _attributes(self, element: etree.Element) -> None:
        for name in [name for name in element.attrib if not may_carry(name)]:
            del element.attrib[name]
            at = self._find(f"{name}=", len(name))
            hint = "attribute lists may set id, class, title, lang and dir; on ## headings, kind"
            self._report("attribute", at, f"the attribute {name} is refused", hint)

    def _address(self, element: etree.Element, attribute: str) -> None:
        href = element.get(attribute, "")
        is_footnote = href.startswith(("#fn-", "#fnref-")) and "footnote-" in (element.get("class") or "")
        if is_footnote or (element.tag == "a" and href.startswith(("\x02", "mailto:"))):
            return
        if PLACEHOLDER.search(href):  # a mark where an address should be, which is reported with all other marks
            return
        at = self._find(href, len(href))
        if element.tag == "a" and href.startswith("#"):
            self.fragments.append((unquote(href[1:]), at))
            return
        complaint = self._foreign_complaint(element, href)
        if complaint is None:
            return
        if complaint:
            picture, other = "put a copy of it into content/media/", "write an address beginning with https://"
            self._report("link", at, f"{href} {complaint}", picture if element.tag == "img" else other)
            return
        self._file_link(element, attribute, href, at)

    @staticmethod
    def _foreign_complaint(element: etree.Element, href: str) -> str | None:
        """None for a good address on the web, a complaint for a bad one, "" for a path."""
        try:
            parts = urlsplit(href)
        except ValueError:
            return "is not an address"
        if element.tag == "img" and (parts.scheme or parts.netloc):
            return "is a picture on another site, which readers' browsers would have to ask"
        if parts.scheme in SCHEMES:
            return None
        if parts.scheme:
            return f"begins with {parts.scheme}:, which a page may not hold"
        return "has no scheme" if parts.netloc else ""

    def _file_link(self, element: etree.Element, attribute: str, href: str, at: Place) -> None:
        path, _, fragment = href.partition("#")
        if not path:
            self._report("link", at, "a link leads nowhere: its brackets are empty", "write an address into them")
            return
        joined = posixpath.normpath(posixpath.join(self._manner.folder, unquote(path)))
        if joined.startswith(("..", "/")):
            self._report("link", at, f"{href} leads out of content/", "link to a file in content/ by its relative path")
            return
        element.set(attribute, placeholder(self._first_free + len(self.file_links)))
        self.file_links.append(FileLink(joined, unquote(fragment), at))

    def _find(self, words: str, width: int) -> Place:
        """Where those words stand; each further search for the same words goes on from the last find."""
        start = self._text.find(words, self._searched.get(words, 0))
        if start < 0:
            return self._lines.place(0, 1)
        self._searched[words] = start + 1
        return self._lines.place(start, max(width, 1))

    def _report(self, code: Code, at: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(code=code, at=at, message=message, hint=hint))


def _heading_places(text: str, lines: Lines) -> Iterator[Place]:
    """Where each heading stands, by the same rules as Python-Markdown, outside fenced code."""
    blanked = _FENCE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
    for match in _HEADING.finditer(blanked):
        first_line = match[0].partition("\n")[0]
        yield lines.place(match.start(), len(first_line.rstrip()))
