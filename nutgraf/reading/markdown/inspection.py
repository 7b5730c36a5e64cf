"""Inspects the tree that Python-Markdown has built: names the sections, finds links into content/, keeps ids apart.

Refuses attributes and addresses that a page must not carry. Knows nothing of slots or of cleaning.
"""

from __future__ import annotations

import html
import posixpath
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from nutgraf.model.kinds import MEDIA_FOLDER
from nutgraf.model.nearest import did_you_mean
from nutgraf.model.problems import Code, Place, Problem
from nutgraf.model.prose import FileLink, SectionKind
from nutgraf.model.slugs import slug, why_not_an_id
from nutgraf.reading.markdown.hrefs import complaint_about, hint_for_picture, hint_inside
from nutgraf.reading.markdown.sanitise import may_carry
from nutgraf.reading.markdown.tokens import CLOSE, OPEN, PLACEHOLDER, Lines, Marked, placeholder

SECTION_KINDS: tuple[SectionKind, ...] = ("fact", "analysis", "disputed", "unknown")
NOTES_BEGIN = f"{OPEN}{CLOSE}"
"""The id given for a moment to the block of footnotes, to find where it begins."""
DEEPEST = 60
"""Elements within elements; a list within a list is two of them."""
TOO_DEEP = "put blank lines between list items or glossary entries, and nest less deeply"

_UNDESCRIBED = "this picture has no words for those who don't see it"
_DESCRIBE = "say what it shows between the brackets: ![A ship at the quay](…)"
_MAY_SET = "attribute lists may set id, class, title, lang and dir; on ## headings, kind"
_FENCE = re.compile(r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(
    r"^(?P<marks>\#{1,6}).*$ | ^(?P<text>[^\n>|#:-].*)\n(?P<line>=+|-+)[ \t]*$",
    re.MULTILINE | re.VERBOSE,
)
_OTHER_BLOCK = re.compile(f"\\n *(?P<line>(?P<sign>[-*+]|\\d{{1,2}}\\.|\\|)[ \\t][^\\n\x02{OPEN}]*)")
_HEADING_TAG = re.compile(r"h[1-6]")
_KIND = re.compile(r"(?:kind)?\W*(?P<named>\w*)")


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
    """Whether headings, and ids, may stand in it; a text that shares its page with others has neither."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the tree says of a section's heading."""

    id: str | None
    kind: SectionKind
    at: Place


class Inspector:
    """Walks the finished tree once. Places are found by searching the author's text, since elements carry none."""

    def __init__(self, text: str, marked: Marked, manner: Manner) -> None:
        self._text = text
        self._tokens = marked.tokens
        self._manner = manner
        self._lines = Lines(text, manner.path, manner.first_line)
        self._heading_places = _heading_places(text, self._lines)
        self._searched: dict[str, int] = {}
        self._level = 1
        self.ids: set[str] = set()
        self.headings: list[Heading] = []
        self.file_links: list[FileLink] = []
        self.fragments: list[tuple[str, Place]] = []
        self.problems: list[Problem] = []

    def inspect(self, root: etree.Element) -> None:
        """Note what is wrong with the tree and what it links to, and amend it in place."""
        if _is_deeper(root, DEEPEST):
            self._report("markdown", self._lines.place(0, 1), "this is nested too deeply", TOO_DEEP)
        for child in root:
            if child.tag == "div":
                child.set("id", NOTES_BEGIN)
            elif _HEADING_TAG.fullmatch(child.tag):
                self._heading(child)
        for element in root.iter():
            self._element(element)

    def _element(self, element: etree.Element) -> None:
        self._attributes(element)
        for address in element.attrib.keys() & {"href", "src"}:
            self._address(element, address)
        if element.tag == "p":
            self._swallowed_lines(element)
        if element.tag == "img" and not element.get("alt", "").strip():
            self._report("attribute", self._find("![", 2), _UNDESCRIBED, _DESCRIBE)

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
        return named if named is not None and self._takes_id(named, at) else None

    def _section_kind(self, element: etree.Element, at: Place) -> SectionKind:
        named = element.attrib.pop("kind", None) or self._misspelt_kind(element, at) or "fact"
        for kind in SECTION_KINDS:
            if kind == named:
                return kind
        hint = did_you_mean(named, SECTION_KINDS, f"the kinds are {', '.join(SECTION_KINDS)}")
        self._report("attribute", at, f'"{named}" is not a kind of section', hint)
        return "fact"

    def _misspelt_kind(self, element: etree.Element, at: Place) -> SectionKind | None:
        """The kind in `{kind: analysis}` or `{analysis}`, with the problem noted and the words taken off."""
        bare = [name for name, value in element.attrib.items() if value is None]
        written = " ".join(bare)
        match = _KIND.fullmatch(written)
        kind = next((kind for kind in SECTION_KINDS if match and kind == match["named"]), None)
        if kind is not None:
            element.attrib = {name: value for name, value in element.attrib.items() if value is not None}
            self._report("attribute", at, f"{{{written}}} sets nothing", f"write {{kind={kind}}}")
        return kind

    def _attributes(self, element: etree.Element) -> None:
        for name in list(element.attrib):
            value: str | None = element.attrib[name]
            if not may_carry(name):
                del element.attrib[name]
                at = self._find(name if value is None else f"{name}=", len(name))
                self._report("attribute", at, f"the attribute {name} is refused", _MAY_SET)
            elif value is None:
                del element.attrib[name]
                at = self._find(name, len(name))
                self._report("attribute", at, f"{{{name}}} sets nothing", f"write {{{name}=…}}, or leave it out")
        named = element.get("id")
        if named is not None and element.tag != "h2" and named != NOTES_BEGIN and not self._is_of_footnote(element):
            at = self._find(f"#{named}", len(named) + 1)
            if not self._manner.headings:
                message = "a text that shares its page with others sets no ids"
                self._report("attribute", at, message, f"delete #{named}: the file's name is the id of the whole text")
            if not self._manner.headings or not self._takes_id(named, at):
                del element.attrib["id"]

    def _swallowed_lines(self, paragraph: etree.Element) -> None:
        """A warning for a list or table without a blank line above it, which Markdown takes for mere words."""
        found = next(filter(None, map(_OTHER_BLOCK.search, _words_of(paragraph))), None)
        if found is not None:
            what = "a row of a table" if found["sign"] == "|" else "an item of a list"
            message = f"this line begins like {what}, but goes on with the paragraph above"
            at, hint = self._find(found["line"], len(found["line"])), "put a blank line above it"
            self.problems.append(Problem(code="markdown", at=at, message=message, hint=hint, severity="warning"))

    def _is_of_footnote(self, element: etree.Element) -> bool:
        """Whether an id was given by Python-Markdown; an author who writes one like it is told at the second."""
        named = element.get("id", "")
        fits = re.fullmatch(rf"fn(?:ref\d*)?-{re.escape(self._manner.prefix)}_\d+", named) and named not in self.ids
        if fits:
            self.ids.add(named)
        return bool(fits)

    def _takes_id(self, named: str, at: Place) -> bool:
        """Whether an id that the author has set can be had; if not, the problem is noted."""
        named = PLACEHOLDER.sub(lambda match: self._tokens[int(match[1])].literal, named)
        reason = why_not_an_id(named)
        if reason is not None:
            hint = f"write #{slug(named)}" if why_not_an_id(slug(named)) is None else "name it with letters and digits"
            self._report("attribute", at, f'"{named}" can\'t be an id: {reason}', hint)
        elif named in self.ids:
            hint = f"name one of the two otherwise, such as #{named}-2"
            self._report("attribute", at, f'the id "{named}" is set twice in this text', hint)
        else:
            self.ids.add(named)
            return True
        return False

    def _address(self, element: etree.Element, attribute: str) -> None:
        written = element.get(attribute, "")
        is_footnote = written.startswith(("#fn-", "#fnref")) and "footnote-" in element.get("class", "")
        if is_footnote or (element.tag == "a" and written.startswith(("\x02", "mailto:"))):
            return
        if PLACEHOLDER.search(written):
            self._marks_in_address(element, attribute)
            return
        href, at = html.unescape(written), self._find_address(written)
        if element.tag == "a" and href.startswith("#"):
            self.fragments.append((unquote(href[1:]), at))
            return
        complaint = complaint_about(href, is_picture=element.tag == "img")
        if complaint is None:
            return
        if complaint:
            picture, other = "put a copy of it into content/media/", "write an address beginning with https://"
            self._report("link", at, f"{href} {complaint}", picture if element.tag == "img" else other)
            return
        self._file_link(element, attribute, href, at)

    def _marks_in_address(self, element: etree.Element, attribute: str) -> None:
        for match in PLACEHOLDER.finditer(element.get(attribute, "")):
            token = self._tokens[int(match[1])]
            hint = "write the words out; a space in an address is %20"
            self._report("citation", token.meaning.at, f"{token.literal} can't stand in an address", hint)
        del element.attrib[attribute]

    def _file_link(self, element: etree.Element, attribute: str, href: str, at: Place) -> None:
        path, _, fragment = href.partition("#")
        if not path:
            self._report("link", at, "a link leads nowhere: its brackets are empty", "write an address into them")
            return
        joined = posixpath.normpath(posixpath.join(self._manner.folder, unquote(path)))
        if joined.startswith(("..", "/")):
            self._report("link", at, f"{href} leads out of content/", hint_inside(joined, self._manner.folder))
            return
        if element.tag == "img" and not joined.startswith(f"{MEDIA_FOLDER}/"):
            self._report(
                "link", at, f"{href} is not a file in content/media/", hint_for_picture(joined, self._manner.folder)
            )
            return
        element.set(attribute, placeholder(len(self._tokens) + len(self.file_links)))
        self.file_links.append(FileLink(joined, unquote(fragment), at))

    def _find_address(self, written: str) -> Place:
        """Where an address stands behind a bracket: the same letters may be words elsewhere, or begin another."""
        pattern = re.compile(rf"(?:\(|<|\]:\s*){re.escape(written)}(?=[)>\s]|\Z)")
        match = pattern.search(self._text, self._searched.get(f"({written}", 0))
        if match is None:
            return self._find(written, len(written))
        self._searched[f"({written}"] = match.end()
        return self._lines.place(match.end() - len(written), max(len(written), 1))

    def _find(self, words: str, width: int) -> Place:
        """Where those words stand; each further search for the same words goes on from the last find."""
        start = self._text.find(words, self._searched.get(words, 0))
        if start < 0:
            return self._lines.place(0, 1)
        self._searched[words] = start + 1
        return self._lines.place(start, max(width, 1))

    def _report(self, code: Code, at: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(code=code, at=at, message=message, hint=hint))


def _words_of(paragraph: etree.Element) -> Iterator[str]:
    yield paragraph.text or ""
    yield from (child.tail or "" for child in paragraph)


def _is_deeper(root: etree.Element, deepest: int) -> bool:
    level = [root]
    for _ in range(deepest + 1):
        level = [child for element in level for child in element]
    return bool(level)


def _heading_places(text: str, lines: Lines) -> Iterator[Place]:
    """Where each heading stands, by the same rules as Python-Markdown, outside fenced code."""
    blanked = _FENCE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
    for match in _HEADING.finditer(blanked):
        first_line = match[0].partition("\n")[0]
        yield lines.place(match.start(), len(first_line.rstrip()))
