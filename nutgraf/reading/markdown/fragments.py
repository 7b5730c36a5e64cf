"""Cleaned HTML to Fragments: placeholders become slots, code gets its literal text back, prose its typography."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from nutgraf.model.problems import Code, Place, Problem
from nutgraf.model.prose import Cite, Embed, FileLink, Fragment, Prose, Reference, Slot
from nutgraf.reading.markdown.tokens import (
    CLOSE,
    OPEN,
    PLACEHOLDER,
    EmptyPin,
    ForbiddenCharacter,
    Malformed,
    RawHtml,
    Token,
    Unlinkable,
)
from nutgraf.reading.typography import typeset

_OPENING = re.compile(r'<(?:"[^"]*"|[^">])*>')
_PIECE = re.compile(r'<(pre|code)\b[^>]*>.*?</\1>|<(?:"[^"]*"|[^">])*>|[^<]+', re.DOTALL)
_LONE = re.compile(f"<p>\\s*{OPEN}(\\d+){CLOSE}\\s*</p>")
_ID = re.compile(r'\bid="([^"]+)"')
_FOOTNOTE_MARK = re.compile(r'<sup id="fnref[^"]*">.*?</sup>')
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_REFERENCE = re.compile(r"\[[^\[\]]+\]\[[^\[\]^][^\[\]]*\]")


class Cutter:
    """Cuts the HTML of one body into fragments and notes what is wrong with its marks."""

    def __init__(self, tokens: tuple[Token, ...], file_links: tuple[FileLink, ...], lang: str) -> None:
        self._tokens = tokens
        self._file_links = file_links
        self._lang = lang
        self._parts: list[str | Slot] = []
        self._before = ""
        self._in_link = False
        self.problems: list[Problem] = []
        self.loose_footnotes: list[str] = []
        self.loose_references: list[str] = []

    def cut(self, cleaned: str) -> Fragment:
        """The HTML as a Fragment."""
        self._parts, self._before = [], ""
        at = 0
        for lone in _LONE.finditer(cleaned):
            meaning = self._tokens[int(lone[1])].meaning
            if isinstance(meaning, Embed):
                self._pieces(cleaned[at : lone.start()])
                self._slot(meaning)
                at = lone.end()
        self._pieces(cleaned[at:])
        return Fragment(_merged(self._parts))

    def _pieces(self, cleaned: str) -> None:
        for piece in _PIECE.finditer(cleaned):
            if piece[1]:
                self._parts.append(self._literal(piece[0]))
                self._before = "x"
            elif piece[0].startswith("<"):
                self._tag(piece[0])
            else:
                self._prose(piece[0])

    def _literal(self, code: str) -> str:
        """Code with its marks as the author wrote them; in the tag itself a quotation mark would end an attribute."""
        opening = _OPENING.match(code)
        cut = opening.end() if opening else 0
        return self._written(code[:cut], quote=True) + self._written(code[cut:], quote=False)

    def _written(self, text: str, *, quote: bool) -> str:
        return PLACEHOLDER.sub(lambda m: html.escape(self._tokens[int(m[1])].literal, quote=quote), text)

    def _tag(self, tag: str) -> None:
        if tag.startswith(("<a ", "</a>")):
            self._in_link = tag != "</a>"
        if tag.startswith(("<p", "<li", "<td", "<th", "<dd", "<dt", "<h", "<br", "<blockquote")):
            self._before = ""
        at = 0
        for match in PLACEHOLDER.finditer(tag):
            number = int(match[1]) - len(self._tokens)
            self._parts.append(tag[at : match.start()])
            if number >= 0:
                self._parts.append(self._file_links[number])
            else:
                self._parts.append(html.escape(self._bare_words(self._tokens[int(match[1])])))
            at = match.end()
        self._parts.append(tag[at:])

    def _bare_words(self, token: Token) -> str:
        """What stands for a mark within a title or the description of a picture."""
        meaning = token.meaning
        if isinstance(meaning, Reference) and meaning.words:
            return meaning.words
        if isinstance(meaning, ForbiddenCharacter):
            self._forbidden(token)
        else:
            message = f"{token.literal} can't stand in a title or a description"
            self._report("citation", meaning.at, message, "write the words out")
        return ""

    def _prose(self, escaped: str) -> None:
        at = 0
        for match in PLACEHOLDER.finditer(escaped):
            self._typeset(escaped[at : match.start()])
            self._mark(self._tokens[int(match[1])])
            at = match.end()
        self._typeset(escaped[at:])

    def _typeset(self, escaped: str) -> None:
        if not escaped:
            return
        plain = html.unescape(escaped)
        self.loose_footnotes += _FOOTNOTE.findall(plain)
        self.loose_references += _REFERENCE.findall(plain)
        self._parts.append(html.escape(typeset(plain, self._lang, self._before), quote=False))
        self._before = plain[-1]

    def _mark(self, token: Token) -> None:
        meaning = token.meaning
        self._before = "x"
        if isinstance(meaning, RawHtml):
            hint = "use Markdown; for a literal < write &lt; or put the words in backticks"
            self._report("raw-html", meaning.at, "raw HTML is refused", hint)
        elif isinstance(meaning, Unlinkable):
            hint = "only http and https addresses stand in < >; write others as [words](address)"
            self._report("link", meaning.at, f"{token.literal} is not made a link", hint)
        elif isinstance(meaning, ForbiddenCharacter):
            self._forbidden(token)
        elif isinstance(meaning, Malformed):
            hint = 'a citation is [@source-id] or [@source-id "exact words"]; a link is [[id]] or [[id|words]]'
            self._report("citation", meaning.at, f"{token.literal} is not a citation or link", hint)
        elif isinstance(meaning, Embed):
            self._report("embed", meaning.at, f"{token.literal} doesn't stand on a line of its own", _ALONE)
        elif isinstance(meaning, EmptyPin):
            self._report("citation", meaning.at, "the pin is empty", "write the exact words, or leave the quotes out")
        elif self._in_link:
            self._report("link", meaning.at, f"{token.literal} stands within a link", "put it behind the link's words")
        else:
            self._slot(meaning)

    def _forbidden(self, token: Token) -> None:
        message = f"{token.literal} stands for a character that is refused"
        self._report("control-character", token.meaning.at, message, "delete it, or put it in backticks to show it")

    def _slot(self, slot: Cite | Reference | Embed) -> None:
        if isinstance(slot, Cite) and self._parts and isinstance(self._parts[-1], str):
            # The mark belongs to the word before it, so the space between them goes.
            self._parts[-1] = self._parts[-1].rstrip(" \n")
        self._parts.append(slot)

    def _report(self, code: Code, at: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(code=code, at=at, message=message, hint=hint))


_ALONE = "put a blank line before and after it; to link from within a sentence, leave out the !"


def without_footnotes(fragment: Fragment) -> Fragment:
    """The fragment without the marks of its footnotes, for a page that doesn't hold the notes."""
    parts = tuple(_FOOTNOTE_MARK.sub("", part) if isinstance(part, str) else part for part in fragment.parts)
    return Fragment(parts)


def ids_of(prose: Prose) -> frozenset[str]:
    """Every id in a body that a link can lead to."""
    parts = (part for fragment in prose.fragments() for part in fragment.parts if isinstance(part, str))
    return frozenset(section.id for section in prose.sections) | {it for part in parts for it in _ID.findall(part)}


def plain_text(fragment: Fragment, name_of: Callable[[str], str] = str) -> str:
    """The fragment's words without markup; a link without words of its own stands as `name_of` its id."""
    parts = without_footnotes(fragment).parts
    words = [part if isinstance(part, str) else _slot_words(part, name_of) for part in parts]
    return html.unescape(re.sub(r"<[^>]*>", "", "".join(words))).strip()


def _slot_words(slot: Slot, name_of: Callable[[str], str]) -> str:
    return html.escape(slot.words or name_of(slot.target)) if isinstance(slot, Reference) else ""


def _merged(parts: list[str | Slot]) -> tuple[str | Slot, ...]:
    """The parts with neighbouring strings joined and empty ones gone."""
    merged: list[str | Slot] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        elif part != "":
            merged.append(part)
    return tuple(merged)
