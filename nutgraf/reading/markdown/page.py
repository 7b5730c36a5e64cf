"""Writes the HTML of a body while its tree is walked: typography on words, placeholders where slots are to be."""

from __future__ import annotations

import html
from collections.abc import Iterable

from nutgraf.model.prose import Cite, Fragment, Slot
from nutgraf.reading.markdown.marks import PLACEHOLDER, placeholder
from nutgraf.reading.markdown.sanitise import sanitise
from nutgraf.reading.typography import typeset

_VOID = frozenset({"br", "hr", "img"})
_STARTS_ANEW = frozenset(
    {"p", "li", "td", "th", "dd", "dt", "br", "hr", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
)


class PageWriter:
    """The HTML of one body, flow by flow."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._flows: list[list[str]] = [[]]
        self._slots: list[Slot] = []
        self._before = ""

    def begin(self) -> None:
        """Whatever follows goes into another flow: a section's heading, its body, the footnotes."""
        self._flows.append([])
        self._before = ""

    def start(self, tag: str, attributes: Iterable[tuple[str, str | Slot]]) -> None:
        """The start of an element; its attributes in the order of their names."""
        if tag in _STARTS_ANEW:
            self._before = ""
        carried = "".join(f' {name}="{self._value(value)}"' for name, value in sorted(attributes, key=lambda it: it[0]))
        self._flows[-1].append(f"<{tag}{carried}>")

    def end(self, tag: str) -> None:
        """The end of an element."""
        if tag not in _VOID:
            self._flows[-1].append(f"</{tag}>")

    def words(self, text: str) -> None:
        """Words, with typographic marks."""
        if text:
            self._flows[-1].append(html.escape(typeset(text, self._lang, self._before), quote=False))
            self._before = text[-1]

    def code(self, text: str) -> None:
        """Code, just as it is."""
        self._flows[-1].append(html.escape(text, quote=False))
        self.interrupt()

    def slot(self, slot: Slot) -> None:
        """Where something is to be filled in."""
        flow = self._flows[-1]
        if isinstance(slot, Cite) and flow:
            # The mark belongs to the word before it, so the space between them goes.
            flow[-1] = flow[-1].rstrip(" \n")
        flow.append(self._numbered(slot))
        self.interrupt()

    def interrupt(self) -> None:
        """Something stands here that is no word."""
        self._before = "x"

    def fragments(self) -> list[Fragment]:
        """The flows, clean and cut at their slots."""
        return [Fragment(tuple(self._cut(sanitise("".join(flow)).strip()))) for flow in self._flows]

    def _value(self, value: str | Slot) -> str:
        return html.escape(value) if isinstance(value, str) else self._numbered(value)

    def _numbered(self, slot: Slot) -> str:
        self._slots.append(slot)
        return placeholder(len(self._slots) - 1)

    def _cut(self, cleaned: str) -> Iterable[str | Slot]:
        at = 0
        for match in PLACEHOLDER.finditer(cleaned):
            if match.start() > at:
                yield cleaned[at : match.start()]
            yield self._slots[int(match[1])]
            at = match.end()
        if at < len(cleaned):
            yield cleaned[at:]
