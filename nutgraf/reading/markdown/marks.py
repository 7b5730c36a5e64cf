"""nutgraf's own marks in a Markdown body, and what only looks like one: how each is written and what it means.

Knows no place and no tree. Every pattern here runs in linear time, because a text may be a megabyte in one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from nutgraf.model.characters import CLOSE, OPEN, is_forbidden_reference
from nutgraf.model.problems import Code

PLACEHOLDER = re.compile(f"{OPEN}(\\d+){CLOSE}")
"""Of characters that no author's text may hold, so that none can be forged."""

MarkKind = Literal[
    "cite", "empty pin", "reference", "embed",
    "malformed", "html", "address", "character", "footnote", "label", "fence", "ticks",
]  # fmt: skip
"""What a mark is. From `malformed` on it is none, but would be shown otherwise than it was meant: `label` and
`footnote` lead to nothing, `fence` and `ticks` begin code that never ends."""

LEFT_AS_WORDS: frozenset[MarkKind] = frozenset({"footnote", "label", "fence", "ticks"})
"""What is shown as it was typed."""
CITATIONS: frozenset[MarkKind] = frozenset({"cite", "empty pin"})


@dataclass(frozen=True, slots=True)
class BodyMark:
    """One mark: as it was written, the id that it names, and its pin or its words."""

    kind: MarkKind
    literal: str
    name: str = ""
    words: str | None = None


def placeholder(number: int) -> str:
    """The placeholder of that number."""
    return f"{OPEN}{number}{CLOSE}"


_WITH_QUOTES = r"""(?:
      [^\[\]"“”\\\n] | \\[^\n]? | \n (?! [ \t]*\n ) | “ | ["”] (?! \s*\] ) | \[ (?!@) [^\[\]\n]* \]
    )*+"""
"""A pin with quotation marks of its own: it ends at one right before `]`, holds brackets in pairs only, and stays in
its paragraph, so that one left open swallows no text. Each character is read in one way, which keeps it linear."""

MARK = re.compile(
    rf"""(?<!\\)(?:
      !\[\[ (?P<embed> [^\[\]|\n]+ ) \]\]
    | \[\[ (?P<reference> [^\[\]|\n]+ ) (?: \| (?P<words> [^\[\]\n]+ ) )? \]\]
    | \[@ (?P<source> [^\[\]\s"“”]+ ) (?: \s+ ["“] (?P<quote> [^"“”]* | {_WITH_QUOTES} ) ["”] )? \s* \]
    | \[@ [^\[\]\n]* \]? | !?\[\[ [^\[\]\n]* \]{{0,2}}
    )""",
    re.VERBOSE,
)
_HTML = re.compile(
    r"<!--.*?--> | <!--.* | <(?:/?[A-Za-z]|[!?]) (?: [^<>\n] | \n(?![ \t]*\n) )* >", re.VERBOSE | re.DOTALL
)
_FOOTNOTE_TEXT = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?P<sign>\[\^(?P<label>[^\]\n]*)\]:)", re.MULTILINE)
_SPACED = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*\s[^<>]*>")
_CHARACTER = re.compile(r"&\#(?:[0-9]+|[xX][0-9a-fA-F]+);")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_LABEL = re.compile(r"(?<=\])\[[^\[\]^][^\[\]]*\]")
_SIGNS = re.compile(r"`+|^~{3,}", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+[.,;!?]?")
_FENCE_INFO = re.compile(r"[\w#.+-]*|\{.*\}")

_ESCAPED = re.compile(r"""\\(["“”\[\]])""")
_ADDRESS = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*>")
_OTHER_BLOCK = re.compile(f"\\n *(?P<line>(?P<sign>[-*+]|\\d{{1,2}}\\.|\\|)[ \\t][^\\n\x02{OPEN}]*)")
_CITED = re.compile(r"\[@[^\[\]\s]")

Restored = Callable[[str], str]
"""A stretch of a text with what stands for code and escapes in it put back."""


def _marked(match: re.Match[str], meant: Restored, literal: str) -> BodyMark:
    if match["embed"]:
        return BodyMark("embed", literal, meant(match["embed"]).strip())
    if match["reference"]:
        words = match["words"]
        return BodyMark(
            "reference", literal, meant(match["reference"]).strip(), meant(words).strip() if words else None
        )
    if not match["source"]:
        return BodyMark("malformed", literal)
    source, quote = meant(match["source"]), match["quote"]
    if quote is None:
        return BodyMark("cite", literal, source)
    words = _ESCAPED.sub(r"\1", meant(quote))
    return (
        BodyMark("cite", literal, source, words) if words.strip(' "“”\t\n') else BodyMark("empty pin", literal, source)
    )


def _html(_match: re.Match[str], _meant: Restored, literal: str) -> BodyMark:
    return BodyMark("address" if _ADDRESS.fullmatch(literal) else "html", literal)


def _character(_match: re.Match[str], _meant: Restored, literal: str) -> BodyMark | None:
    return BodyMark("character", literal) if is_forbidden_reference(literal) else None


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something to look for among the words of a block: how it is written, and what a match means, if anything."""

    priority: int
    """Python-Markdown's: what has the greater number is looked for first."""
    written: re.Pattern[str]
    read: Callable[[re.Match[str], Restored, str], BodyMark | None]


def _signs(match: re.Match[str], _meant: Restored, literal: str) -> BodyMark | None:
    start, end = match.span()
    before, behind = match.string[max(0, start - 1) : start], match.string[end : end + 1]
    if len(literal) >= 3 and before in ("", "\n"):
        return BodyMark("fence", literal)
    is_within_word = before.isalpha() and behind.isalpha()  # as in Hawai`i
    return None if is_within_word else BodyMark("ticks", literal)


def _as(kind: MarkKind) -> Callable[[re.Match[str], Restored, str], BodyMark]:
    return lambda _match, _meant, literal: BodyMark(kind, literal)


FOOTNOTE = r"\[\^([^\]]*)\]"
"""The mark of a footnote, for Python-Markdown."""

BRACKETS = re.compile(r"\]\(|[\[\]()]")
"""What opens and closes the words and the address of a link."""

DESTINATION = re.compile(r"\]\s?[(\[]\s*<?")
"""What stands between the words of a link and its address."""

FENCE_LINE = re.compile(r"^(?:~{3,}|`{3,})[^\n]*", re.MULTILINE)
"""A line that may begin or end a block of code."""

PATTERNS: Mapping[str, Pattern] = {
    "signs": Pattern(179, _SIGNS, _signs),  # behind code in backticks (190) and escapes (180)
    "mark": Pattern(178, MARK, _marked),
    "loose footnote": Pattern(174, _FOOTNOTE, _as("footnote")),  # behind footnotes (175)
    "loose label": Pattern(123, _LABEL, _as("label")),  # behind links by label (125)
    "spaced address": Pattern(121, _SPACED, _as("address")),  # before addresses (120), which would take it
    "html": Pattern(90, _HTML, _html),  # in the place of Python-Markdown's own, which lets HTML through
    "character": Pattern(81, _CHARACTER, _character),  # before those that may be shown (80)
}
"""In the order that they are looked for."""

Amiss = tuple[Code, str, str]
"""The code of a problem, its message, and its hint."""

AMISS: Mapping[MarkKind, Amiss] = {
    "malformed": (
        "citation",
        "{0} is not a citation or link",
        'a citation is [@source-id] or [@source-id "exact words"]; a link is [[id]] or [[id|words]]',
    ),
    "empty pin": ("citation", "the pin is empty", "write the exact words, or leave the quotes out"),
    "html": (
        "raw-html",
        "raw HTML is refused",
        "use Markdown; for a literal < write &lt; or put the words in backticks",
    ),
    "address": (
        "link",
        "{0} is not made a link",
        "only http and https addresses stand in < >; write others as [words](address)",
    ),
    "character": (
        "control-character",
        "{0} stands for a character that is refused",
        "delete it, or put it in backticks to show it",
    ),
    "footnote": (
        "footnote",
        "the footnote {0} is not defined",
        "add a line of its own: {0}: the note's text",
    ),
    "label": (
        "link",
        "no line says where {0} leads",
        "add a line of its own: {0}: the address; to show brackets, put a backslash before each",
    ),
}
"""What is wrong where one stands; {0} is what was written."""


def marks_in(text: str) -> Iterator[tuple[int, BodyMark]]:
    """The marks of a text that is no Markdown, and where each begins."""
    for match in MARK.finditer(text):
        yield match.start(), _marked(match, str, match[0])


def footnotes_defined_in(text: str) -> Mapping[str, list[tuple[int, int]]]:
    """Where each footnote is defined, by its label: where that begins, and where its words do."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _FOOTNOTE_TEXT.finditer(text):
        found.setdefault(match["label"], []).append((match.start("sign"), match.end("sign")))
    return found


def is_word(destination: str) -> bool:
    """Whether where a label leads is no address and no path, but a word."""
    return _WORD.fullmatch(destination) is not None


def is_meant_as_block(code: str) -> bool:
    """Whether code between backticks, with them, was meant as a block between fences."""
    return code.startswith("```") and "\n" in code


def not_understood_in(fence: str) -> str:
    """What stands behind the signs of a fence, if it is read neither as a language nor as attributes."""
    info = fence.partition("\n")[0].lstrip("`~").strip()
    return "" if _FENCE_INFO.fullmatch(info) else info


def forbidden_references_in(text: str) -> Iterator[str]:
    """The character references of a text that stand for what no text may hold."""
    return filter(is_forbidden_reference, _CHARACTER.findall(text))


def begins_block_in(words: str) -> tuple[str, str] | None:
    """The first line among the words of a paragraph that begins like another block, and which."""
    match = _OTHER_BLOCK.search(words)
    if match is None:
        return None
    return match["line"], "a row of a table" if match["sign"] == "|" else "an item of a list"


def cites_in_code(text: str) -> bool:
    """Whether code holds what would be a citation elsewhere."""
    return _CITED.search(text) is not None
