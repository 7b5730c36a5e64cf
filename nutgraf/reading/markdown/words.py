"""What stands between the tags of a body, words and marks and code: onto the page and into the passages at once."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree

from nutgraf.model.offsets import Lines
from nutgraf.model.problems import Code, Place, Problem, Severity
from nutgraf.model.prose import Cite, Embed, Reference
from nutgraf.reading.markdown.converter import STASHED, Parsed
from nutgraf.reading.markdown.elements import Attributes, Elements
from nutgraf.reading.markdown.inline import ESCAPE
from nutgraf.reading.markdown.marks import (
    AMISS,
    CITATIONS,
    LEFT_AS_WORDS,
    PLACEHOLDER,
    BodyMark,
    cites_in_code,
    is_meant_as_block,
    not_understood_in,
)
from nutgraf.reading.markdown.page import PageWriter
from nutgraf.reading.markdown.passages import Passages
from nutgraf.reading.markdown.places import Finder, Runs
from nutgraf.reading.markdown.sanitise import may_carry

_PIECE = re.compile(f"({PLACEHOLDER.pattern}|{STASHED.pattern}|{ESCAPE.pattern})")
_ALONE = "put a blank line before and after it; to link from within a sentence, leave out the !"
_QUOTED = '"…"'
_AT_MARGIN = "put the ``` above and below it at the very beginning of their lines, outside of lists and quotations"
_NEVER_CLOSED = "put a line of the same three or more characters below the code, at the very beginning of the line"


class Words:
    """Writes down the texts of a tree in their order, and says what is wrong with the marks in them."""

    def __init__(self, parsed: Parsed, lines: Lines, finder: Finder, elements: Elements, page: PageWriter) -> None:
        self._parsed = parsed
        self._lines = lines
        self._finder = finder
        self._elements = elements
        self._page = page
        self._pending: list[str] = []
        self._is_unclosed = False
        self.passages = Passages()
        self.in_link = False
        """Whether what comes are the words of a link, in which nothing else may lead anywhere."""
        self.problems: list[Problem] = []

    def text(self, text: str) -> None:
        """A text of the tree, with all that stands in it."""
        at = 0
        for piece in _PIECE.finditer(text):
            self._plain(text[at : piece.start()])
            at = piece.end()
            if piece[2]:
                self._mark(self._parsed.marks[int(piece[2])])
            elif piece[3]:
                self._stashed(self._parsed.stash[int(piece[3])])
            else:
                self._escaped(chr(int(piece[4])))
        self._plain(text[at:])

    def space(self, text: str) -> None:
        """What stands between parts of a block, and is no word of its author's."""
        self._pending.append(text)

    def flush(self) -> None:
        """Set what has been gathered; typography looks at words across escapes and references."""
        self._page.words("".join(self._pending))
        self._pending.clear()

    def stand_alone(self, text: str) -> bool:
        """Whether a paragraph holds nothing but a block of code, or something set in, which then stands for it."""
        piece = _PIECE.fullmatch(text)
        mark = self._parsed.marks[int(piece[2])] if piece and piece[2] else None
        stashed = self._parsed.stash[int(piece[3])] if piece and piece[3] else ""
        if mark is not None and mark.kind == "embed":
            self._page.slot(Embed(mark.name, self._place(mark)))
        elif not isinstance(stashed, str):
            self._stashed(stashed)
        else:
            return False
        return True

    def interrupt(self) -> None:
        """Something stands here that is no word."""
        self.flush()
        self._page.interrupt()
        self.passages.interrupt()

    def inline_code(self, element: etree.Element) -> None:
        """Code between backticks."""
        self.interrupt()
        written = self._parsed.code.get(element, element.text or "")
        is_block = is_meant_as_block(written)
        at = self._lines.span(*self._finder.literal(written, heads_line=is_block))
        if is_block:
            self._unread_block(at, written)
        self._page.start("code", self._elements.attributes(element))
        self._page.code(STASHED.sub(lambda it: self._parsed.code_in(int(it[1])), html.unescape(element.text or "")))
        self._page.end("code")

    def indented_code(self, element: etree.Element) -> None:
        """Code set in by four spaces; what isn't meant to be code often is."""
        code = html.unescape("".join(element.itertext()))
        start = self._code_block(element, code)
        if cites_in_code(code):
            at = self._lines.place(start, len(code.partition("\n")[0]))
            message = "this is shown as code, with its citation, since it is set in by four spaces or more"
            self.report("markdown", at, message, "take away the spaces before it, or those beyond its list", "warning")

    def report(self, code: Code, at: Place, message: str, hint: str, severity: Severity = "error") -> None:
        """Note a problem."""
        self.problems.append(Problem(code=code, at=at, message=message, hint=hint, severity=severity))

    def _plain(self, words: str) -> None:
        if words:
            self._shown(words, self._finder.runs(words))

    def _shown(self, words: str, runs: Runs) -> None:
        self.passages.words(words, runs)
        self._pending.append(words)

    def _stashed(self, stashed: str | etree.Element) -> None:
        if isinstance(stashed, str):
            start, _ = self._finder.literal(stashed)
            self._shown(html.unescape(stashed), [(0, start)])
        else:
            self._code_block(stashed, "".join(stashed.itertext()))

    def _code_block(self, element: etree.Element, code: str) -> int:
        """Write a block of code; its place in the author's text is returned."""
        self.flush()
        self.passages.end()
        runs = self._finder.runs(code)
        self.passages.aside("code", code, runs)
        self._page.start("pre", self._kept(element))
        for child in element:
            self._page.start("code", self._kept(child))
        self._page.code(code)
        self._page.end("code")
        self._page.end("pre")
        return runs[0][1] if runs else self._finder.at

    def _kept(self, element: etree.Element) -> Attributes:
        """What a block of code carries; its other attributes steer highlighters, of which nutgraf has none."""
        kept = {it: value for it, value in element.attrib.items() if may_carry(it) and it not in ("href", "src")}
        return self._elements.attributes(etree.Element(element.tag, kept))

    def _escaped(self, character: str) -> None:
        _, end = self._finder.literal(f"\\{character}")
        self.passages.escaped(character, [(0, end - 1)])
        self._pending.append(character)

    def _mark(self, mark: BodyMark) -> None:
        if mark.kind in LEFT_AS_WORDS:
            self._left_over(mark)
            return
        self.interrupt()
        at = self._place(mark)
        cite = Cite(mark.name, mark.words, at)
        if mark.kind in CITATIONS:
            self.passages.cite(cite)
        if mark.kind == "embed":
            self.report("embed", at, f"{mark.literal} doesn't stand on a line of its own", _ALONE)
        elif mark.kind in AMISS:
            self._amiss(mark, at)
        elif self.in_link:
            self.report("link", at, f"{mark.literal} stands within a link", "put it behind the link's words")
        elif mark.kind == "cite":
            self._page.slot(cite)
        else:
            self._page.slot(Reference(mark.name, mark.words, at))
        if mark.kind == "reference" and mark.words:
            with self.passages.link():
                # They stand behind the bar, before the two brackets.
                self.passages.words(mark.words, [(0, max(0, self._finder.at - 2 - len(mark.words)))])
        self.interrupt()

    def _left_over(self, mark: BodyMark) -> None:
        """Signs that are shown as they were typed."""
        start, end = self._finder.literal(mark.literal, heads_line=mark.kind == "fence")
        self._shown(mark.literal, [(0, start)])
        at = self._lines.span(start, end)
        if mark.kind == "fence":
            line = self._finder.line_at(start)
            self._unread_block(line, self._lines.text[start : start + line.width])
        elif mark.kind == "ticks":
            hint = "put as many behind the code, or a backslash before each that is to be shown"
            self.report("markdown", at, f"{mark.literal} opens code that is never closed", hint, "warning")
        else:
            self._amiss(mark, at)

    def _unread_block(self, at: Place, written: str) -> None:
        """A problem with what looks like a block of code; of those never closed the first, since others may be ends."""
        info = not_understood_in(written)
        if info:
            hint = f"name a language, as in ```python, or give attributes in braces: ``` {{.python title={_QUOTED}}}"
            message = f"{info} can't stand at the head of a block of code, which isn't read as one"
            self.report("markdown", at, message, hint, "error" if at.column == 1 else "warning")
        elif at.column > 1:
            message = "this code is not read as a block"
            self.report("markdown", at, message, _AT_MARGIN, "warning")
        elif not self._is_unclosed:
            self.report("markdown", at, "this block of code is never closed", _NEVER_CLOSED)
            self._is_unclosed = True

    def _amiss(self, mark: BodyMark, at: Place) -> None:
        code, message, hint = AMISS[mark.kind]
        self.report(code, at, message.format(mark.literal), hint.format(mark.literal))

    def _place(self, mark: BodyMark) -> Place:
        return self._lines.span(*self._finder.literal(mark.literal))
