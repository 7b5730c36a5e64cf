"""What an element of the tree may carry: attributes, ids and addresses. Knows no words, no slots' filling, no order."""

from __future__ import annotations

import html
import posixpath
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from nutgraf.model.kinds import MEDIA_FOLDER
from nutgraf.model.problems import Code, Place, Problem
from nutgraf.model.prose import FileLink
from nutgraf.model.slugs import slug, why_not_an_id
from nutgraf.reading.markdown.hrefs import complaint_about, hint_for_picture, hint_inside
from nutgraf.reading.markdown.manner import Manner
from nutgraf.reading.markdown.marks import AMISS, LEFT_AS_WORDS, PLACEHOLDER, Amiss, BodyMark, forbidden_references_in
from nutgraf.reading.markdown.places import Finder
from nutgraf.reading.markdown.sanitise import may_carry

_UNDESCRIBED = "this picture has no words for those who don't see it"
_DESCRIBE = "say what it shows between the brackets: ![A ship at the quay](…)"
_MAY_SET = "attribute lists may set id, class, title, lang and dir; on ## headings, kind"


Carried = str | FileLink
Attributes = tuple[tuple[str, Carried], ...]


class Elements:
    """Goes through the elements of one body and notes their ids, where they lead, and what they may not carry."""

    def __init__(self, manner: Manner, marks: Sequence[BodyMark], finder: Finder) -> None:
        self._manner = manner
        self._marks = marks
        self._finder = finder
        self.ids: set[str] = set()
        self.fragments: list[tuple[str, Place]] = []
        """Links to an id on the same page, and where they stand."""
        self.problems: list[Problem] = []

    def attributes(self, element: etree.Element) -> Attributes:
        """What the element may carry on the page, looked up from where its words begin."""
        found = tuple(it for name, value in element.attrib.items() for it in self._attribute(element.tag, name, value))
        if element.tag == "img" and not element.get("alt", "").strip():
            self._report("attribute", self._finder.place_of("![", 2), _UNDESCRIBED, _DESCRIBE)
        return found

    def _attribute(self, tag: str, name: str, value: str | None) -> Iterator[tuple[str, Carried]]:
        if not may_carry(name):
            at = self._finder.place_of(name if value is None else f"{name}=", len(name))
            self._report("attribute", at, f"the attribute {name} is refused", _MAY_SET)
        elif value is None:
            at = self._finder.place_of(name)
            self._report("attribute", at, f"{{{name}}} sets nothing", f"write {{{name}=…}}, or leave it out")
        elif name in ("href", "src"):
            yield from ((name, found) for found in self._address(tag, value))
        elif name == "id":
            yield from ((name, found) for found in self._id(value))
        else:
            yield name, self._text(value)

    def of_note(self, element: etree.Element) -> Attributes:
        """What an element carries that Python-Markdown made for a footnote."""
        self.ids |= {value for name, value in element.attrib.items() if name == "id"}
        return tuple(element.attrib.items())

    def takes_id(self, named: str, at: Place) -> bool:
        """Whether an id that the author has set can be had; if not, the problem is noted."""
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

    def literal(self, value: str) -> str:
        """A value with its marks as they were written."""
        return PLACEHOLDER.sub(lambda it: self._marks[int(it[1])].literal, value)

    def _id(self, value: str) -> Iterator[str]:
        named = self.literal(value)
        at = self._finder.place_of(f"#{named}")
        if not self._manner.headings:
            message = "a text that shares its page with others sets no ids"
            self._report("attribute", at, message, f"delete #{named}: the file's name is the id of the whole text")
        elif self.takes_id(named, at):
            yield named

    def _text(self, value: str) -> str:
        """A title or a description."""
        for reference in forbidden_references_in(value):
            self._amiss(reference, AMISS["character"])
        return html.unescape(PLACEHOLDER.sub(lambda it: self._bare(self._marks[int(it[1])]), value))

    def _bare(self, mark: BodyMark) -> str:
        """What stands for a mark within a title or the description of a picture."""
        if mark.kind == "reference" and mark.words:
            return mark.words
        if mark.kind in LEFT_AS_WORDS or mark.kind == "html":
            return mark.literal
        self._amiss(mark.literal, AMISS["character"] if mark.kind == "character" else _IN_WORDS)
        return ""

    def _address(self, tag: str, written: str) -> Iterator[Carried]:
        marks = [self._marks[int(match[1])] for match in PLACEHOLDER.finditer(written)]
        for mark in marks:
            hint = "write the words out; a space in an address is %20"
            at = self._finder.place_of(mark.literal)
            self._report("citation", at, f"{mark.literal} can't stand in an address", hint)
        if marks:
            return
        href = html.unescape(written)
        complaint = complaint_about(href, is_picture=tag == "img")
        if complaint is None:
            yield href
            return
        at = self._finder.address(written)
        if tag == "a" and href.startswith("#"):
            self.fragments.append((unquote(href[1:]), at))
            yield href
        elif complaint:
            picture, other = "put a copy of it into content/media/", "write an address beginning with https://"
            self._report("link", at, f"{href} {complaint}", picture if tag == "img" else other)
        else:
            yield from self._file(tag, href, at)

    def _file(self, tag: str, href: str, at: Place) -> Iterator[FileLink]:
        path, _, fragment = href.partition("#")
        folder = self._manner.folder
        joined = posixpath.normpath(posixpath.join(folder, unquote(path)))
        if not path:
            self._report("link", at, "a link leads nowhere: its brackets are empty", "write an address into them")
        elif joined.startswith(("..", "/")):
            self._report("link", at, f"{href} leads out of content/", hint_inside(joined, folder))
        elif tag == "img" and not joined.startswith(f"{MEDIA_FOLDER}/"):
            self._report("link", at, f"{href} is not a file in content/media/", hint_for_picture(joined, folder))
        else:
            yield FileLink(joined, unquote(fragment), at)

    def _amiss(self, literal: str, wrong: Amiss) -> None:
        code, message, hint = wrong
        self._report(code, self._finder.place_of(literal), message.format(literal), hint)

    def _report(self, code: Code, at: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(code=code, at=at, message=message, hint=hint))


_IN_WORDS: Amiss = ("citation", "{0} can't stand in a title or a description", "write the words out")
