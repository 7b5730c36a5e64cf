"""nutgraf's own marks in a Markdown body: found with their places, and swapped for placeholders before conversion.

Python-Markdown keeps no source positions. A placeholder passes through it as ordinary letters, so that what comes
out tells both where each mark stood and whether Markdown took it for prose or for code.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.model.characters import is_forbidden_reference
from nutgraf.model.problems import Place
from nutgraf.model.prose import Cite, Embed, Reference
from nutgraf.reading.markdown.codespans import Code, code_of

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters, which no author's text may hold (characters.py), so that none can forge a placeholder."""

PLACEHOLDER = re.compile(f"{OPEN}(\\d+){CLOSE}")


def placeholder(number: int) -> str:
    """The placeholder of that number."""
    return f"{OPEN}{number}{CLOSE}"


_WITH_QUOTES = r"""(?:
      [^\[\]"“”\\\n] | \\[^\n]? | \n (?! [ \t]*\n ) | “ | ["”] (?! \s*\] ) | \[ (?!@) [^\[\]\n]* \]
    )*+"""
"""A pin with quotation marks of its own: it ends at one right before `]`, holds brackets in pairs only, and stays in
its paragraph, so that one left open swallows no text. Each character is read in one way, which keeps it linear."""

_MARK = re.compile(
    rf"""(?:(?<!\\)(?:
      !\[\[ (?P<embed> [^\[\]|\n]+ ) \]\]
    | \[\[ (?P<reference> [^\[\]|\n]+ ) (?: \| (?P<words> [^\[\]\n]+ ) )? \]\]
    | \[@ (?P<source> [^\[\]\s"“”]+ ) (?: \s+ ["“] (?P<quote> [^"“”]* | {_WITH_QUOTES} ) ["”] )? \s* \]
    | (?P<malformed> \[@ [^\[\]\n]* \]? | !?\[\[ [^\[\]\n]* \]{{0,2}} )
    ) | (?P<html> <!--.*?--> | <!--.* | <(?:/?[A-Za-z]|[!?]) (?: [^<>\n] | \n(?![ \t]*\n) )* > )
    | (?P<character> &\#(?:[0-9]+|[xX][0-9a-fA-F]+); )
    )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"""\\(["“”\[\]])""")
_AUTOLINK = re.compile(r"<(?:(?:https?|ftp)://[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>", re.IGNORECASE)
_ADDRESS = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*>")


@dataclass(frozen=True, slots=True)
class Malformed:
    """Something that begins like a mark and isn't one."""

    at: Place


@dataclass(frozen=True, slots=True)
class EmptyPin(Cite):
    """A citation between whose quotation marks no words stand; it counts as one without a pin."""


@dataclass(frozen=True, slots=True)
class RawHtml:
    """A tag or comment; refused, because a page may hold only what nutgraf makes."""

    at: Place


@dataclass(frozen=True, slots=True)
class Unlinkable:
    """An address in angle brackets that Markdown makes no link of."""

    at: Place


@dataclass(frozen=True, slots=True)
class ForbiddenCharacter:
    """A character reference (`&#7;`) for a character that no text may hold."""

    at: Place


Meaning = Cite | Reference | Embed | Malformed | RawHtml | Unlinkable | ForbiddenCharacter


@dataclass(frozen=True, slots=True)
class Token:
    """One mark: its literal text, and what it means."""

    literal: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Marked:
    """A body with a placeholder for each of its marks."""

    text: str
    tokens: tuple[Token, ...]


class Lines:
    """Turns an offset in a text into a line and column of its file."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._path = path
        self._first_line = first_line

    def place(self, offset: int, width: int) -> Place:
        """Where that character stands."""
        line = bisect.bisect_right(self._starts, offset) - 1
        return Place(self._path, self._first_line + line, offset - self._starts[line] + 1, width)

    def place_of_span(self, start: int, end: int) -> Place:
        """Where that stretch begins, as wide as it is on its first line."""
        line = bisect.bisect_right(self._starts, start) - 1
        following = self._starts[line + 1] - 1 if line + 1 < len(self._starts) else end
        return self.place(start, max(1, min(end, following) - start))


def mark(text: str, path: str, first_line: int) -> Marked:
    """The body with each mark replaced by a placeholder, and the marks in order."""
    tokens: list[Token] = []
    pieces: list[str] = []
    at = 0
    for start, end, meaning in find_marks(text, path, first_line):
        pieces += text[at:start], placeholder(len(tokens))
        tokens.append(Token(text[start:end], meaning))
        at = end
    return Marked("".join((*pieces, text[at:])), tuple(tokens))


def find_marks(text: str, path: str, first_line: int) -> Iterator[tuple[int, int, Meaning]]:
    """Where each mark begins and ends, and what it means; marks in code are among them."""
    lines = Lines(text, path, first_line)
    for match in _matches(text, code_of(text)):
        if _is_mark(match):
            yield *match.span(), _meaning(match, lines.place_of_span(*match.span()))


def _matches(text: str, code: Code) -> Iterator[re.Match[str]]:
    """What looks like a mark, from left to right; none reaches out of code, nor into it."""
    at, limit = 0, len(text)
    while at < len(text):
        match = _MARK.search(text, at, limit)
        cut = _where_code_cuts(match, code) if match else None
        if cut is not None:
            limit = cut
        elif match:
            yield match
            at, limit = match.end(), len(text)
        else:
            at, limit = limit, len(text)


def _where_code_cuts(match: re.Match[str], code: Code) -> int | None:
    around = code.around(match.start())
    if around is not None:
        return around.closing if match.end() > around.closing > match.start() else None
    reached = code.around(match.end() - 1)
    return reached.start if reached is not None else None


def _is_mark(match: re.Match[str]) -> bool:
    if match["character"]:
        return is_forbidden_reference(match["character"])
    return not _AUTOLINK.fullmatch(match[0])


def _meaning(match: re.Match[str], at: Place) -> Meaning:
    if match["embed"]:
        return Embed(match["embed"].strip(), at)
    if match["reference"]:
        words = match["words"]
        return Reference(match["reference"].strip(), words.strip() if words else None, at)
    if match["source"]:
        return _cite(match["source"], match["quote"], at)
    if match["character"]:
        return ForbiddenCharacter(at)
    if match["html"]:
        return Unlinkable(at) if _ADDRESS.fullmatch(match[0]) else RawHtml(at)
    return Malformed(at)


def _cite(source: str, quote: str | None, at: Place) -> Cite:
    if quote is None:
        return Cite(source, None, at)
    words = _ESCAPED.sub(r"\1", quote)
    return Cite(source, words, at) if words.strip(' "“”\t\n') else EmptyPin(source, None, at)
