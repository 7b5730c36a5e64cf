"""The sections that headings make: their ids, their kinds, and what is wrong with a heading."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass
from typing import get_args

from nutgraf.model.kinds import KINDS, SINGLE
from nutgraf.model.nearest import did_you_mean, listed
from nutgraf.model.problems import Code, Place, Problem
from nutgraf.model.prose import SectionKind
from nutgraf.reading.markdown.elements import Elements

SECTION_KINDS: tuple[SectionKind, ...] = get_args(SectionKind)

NO_LINKS = "a heading holds no links and no citations", "put them into the text below it"
"""What is wrong with a heading that leads elsewhere, since it becomes a link itself, and what to do."""

_TAKERS = listed(sorted((it.folder or it.file for it in KINDS if it.takes_headings), key=lambda it: it in SINGLE))
_KIND = re.compile(r"(?:kind)?\W*(?P<named>\w*)")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the tree says of a section's heading."""

    id: str | None
    kind: SectionKind
    at: Place


class Headings:
    """Goes through the headings of one body, which may hold sections or not."""

    def __init__(self, elements: Elements, *, allowed: bool) -> None:
        self._elements = elements
        self._allowed = allowed
        self._level = 1
        self.made: list[Heading] = []
        """Those of sections, in order."""
        self.problems: list[Problem] = []

    def enter(self, element: etree.Element, at: Place) -> None:
        """Note a heading, and the section that it makes."""
        level = int(element.tag[1])
        if not self._allowed:
            self._report("heading", at, f"headings stand only in {_TAKERS}", "use **bold** words")
        elif level == 1:
            self._report("heading", at, "the title is the page's only first-level heading", "begin with ## instead")
        elif level > self._level + 1:
            hint = f"write {'#' * (self._level + 1)}: a heading stands one level below the one it belongs to"
            self._report("heading", at, "this heading skips a level", hint)
        self._level = level
        if level == 2:
            if next(element.iter("a"), None) is not None:
                self._report("heading", at, *NO_LINKS)
            attributes = dict(element.attrib)
            kind = self._kind(attributes, at)
            self.made.append(Heading(self._id(attributes, at), kind, at))

    def _id(self, attributes: dict[str, str], at: Place) -> str | None:
        for name in attributes.keys() - {"id"}:
            self._report("attribute", at, f"a ## heading can't carry {name}", "it can carry an id and a kind")
        named = self._elements.literal(attributes.get("id", ""))
        return named if named and self._elements.takes_id(named, at) else None

    def _kind(self, attributes: dict[str, str], at: Place) -> SectionKind:
        named = attributes.pop("kind", None) or self._misspelt(attributes, at) or "fact"
        for kind in SECTION_KINDS:
            if kind == named:
                return kind
        hint = did_you_mean(named, SECTION_KINDS, f"the kinds are {', '.join(SECTION_KINDS)}")
        self._report("attribute", at, f'"{named}" is not a kind of section', hint)
        return "fact"

    def _misspelt(self, attributes: dict[str, str], at: Place) -> SectionKind | None:
        """The kind in `{kind: analysis}` or `{analysis}`, with the problem noted and the words taken off."""
        bare = [name for name, value in attributes.items() if value is None]
        written = " ".join(bare)
        match = _KIND.fullmatch(written)
        kind = next((kind for kind in SECTION_KINDS if match and kind == match["named"]), None)
        if kind is not None:
            for name in bare:
                del attributes[name]
            self._report("attribute", at, f"{{{written}}} sets nothing", f"write {{kind={kind}}}")
        return kind

    def _report(self, code: Code, at: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(code=code, at=at, message=message, hint=hint))
