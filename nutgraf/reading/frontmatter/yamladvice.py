"""What to tell an author whose YAML can't be read; never decides what is valid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TAB = "a tab stands where spaces are needed"
_MISFIT = "this line doesn't fit the ones above: check its indent and quotation marks"
_LIST = "a list begins on a line of its own, each item behind a hyphen"
_COLON = "a value that holds a colon and a space must be in quotes"
_COLONLESS = "a key without a colon and a space after it"
_HALF_QUOTED = "a value that begins with a quotation goes on after it, and so needs quotes round the whole"
_OPEN_QUOTE = "a quotation mark is opened and never closed"
_OPEN_BRACKET = "a bracket is opened and never closed"
_DOTS = "a line of ... ends the front matter too early"
_PLAIN_WORDS = (
    ("mapping values are not allowed", _COLON),
    ("found character '\\t'", _TAB),
    ("found a tab character", _TAB),
    ("cannot start any token", "a value that begins with this character must be in quotes"),
    ("found unexpected end of stream", _OPEN_QUOTE),
    ("did not find expected key", _MISFIT),
    ("expected <block end>", _MISFIT),
    ("could not find expected ':'", _COLONLESS),
    ("did not find expected ',' or", _OPEN_BRACKET),
    ("expected ',' or", _OPEN_BRACKET),
    ("while parsing a flow", _OPEN_BRACKET),
    ("unknown escape character", "a backslash in double quotes must be doubled"),
    ("invalid Unicode character escape", "a backslash in double quotes must be doubled"),
    ("block sequence entries are not allowed", _LIST),
    ("did not find expected '-'", _MISFIT),
    ("unacceptable character", "a character that YAML doesn't allow"),
    ("control characters are not allowed", "a character that YAML doesn't allow"),
    ("<document start>", _DOTS),
    ("expected comment or line break", "the text after | or > begins on the next line"),
    ("undefined alias", "a value that begins with * must be in quotes"),
    ("alphabetic or numeric character", "a value that begins with & or * must be in quotes"),
    ("undefined tag handle", "a value that begins with ! must be in quotes"),
    ("directive", "a value that begins with % must be in quotes"),
)


_VALUE = re.compile(r"(?P<lead>\s*(?:- +)*(?:[\w-]+: +)?)(?P<value>.*)")
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:\s+\#.*)?""")
_APOSTROPHE = re.compile(r"'[^'\"]*\w'\w[^'\"]*'")
_HINTS = {
    _TAB: "replace it by spaces",
    _LIST: "begin a new line before the hyphen, set in by two spaces",
    _OPEN_QUOTE: "put the same mark at the end of the value",
    _DOTS: "delete the line of ... above this one",
}
_LONE_KEY = re.compile(r"\s*[\w-]+")
_KEY = re.compile(r"(?P<key>\s*[\w-]+)(?::| +)(?P<value>\S.*)")
LONGEST_PROPOSAL = 160
"""A longer line is no help to read."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What is wrong, what to write instead, and the 0-based line and column that it is about."""

    message: str
    hint: str
    line: int
    column: int


def in_plain_words(jargon: str) -> str | None:
    """PyYAML's complaint in plain words, or None for a complaint not met before."""
    return next((plain for key, plain in _PLAIN_WORDS if key in jargon), None)


def advise(words: str, lines: Sequence[str], line: int, column: int) -> Advice:
    """Advice on a complaint, made by PyYAML at that place; what the line itself shows may better it."""
    written = lines[line]
    if words == _COLON and line > 0 and _LONE_KEY.fullmatch(written[:column]):
        # The key is all right, but the line above without a colon has been taken for its beginning.
        return Advice(_COLONLESS, _what_to_write(_COLONLESS, lines[line - 1]), line - 1, 0)
    if written[column : column + 1] == "\t":
        words = _TAB
    elif words == _MISFIT and _is_half_quoted(written):
        words = _HALF_QUOTED
    return Advice(words, _what_to_write(words, written), line, column)


def _is_half_quoted(line: str) -> bool:
    match = _VALUE.fullmatch(line.rstrip())
    return match is not None and match["value"][:1] in ("'", '"') and not _QUOTED.fullmatch(match["value"])


def _what_to_write(words: str, line: str) -> str:
    """What to write instead of a line with that mistake in it, or nothing when that can't be known."""
    if words in _HINTS:
        return _HINTS[words]
    if words == _OPEN_BRACKET and line.rstrip().endswith(("]", "}")):
        return "put a comma between items, and quotes round one with quotation marks in it"
    key, value = _KEY.fullmatch(line), _VALUE.fullmatch(line.rstrip())
    proposal = ""
    if words == _COLONLESS and key:
        proposal = f"{key['key'].strip()}: {key['value']}"
    elif value and value["value"] and words != _MISFIT and (words == _HALF_QUOTED or value["value"][0] not in "\"'"):
        proposal = f"{value['lead'].strip()} {_in_quotes(value['value'])}".strip()
    return f"write {proposal}" if 0 < len(proposal) <= LONGEST_PROPOSAL else ""


def _in_quotes(value: str) -> str:
    if _APOSTROPHE.fullmatch(value):
        value = value[1:-1]
    if '"' in value and not set(value) & {"'", "\\"}:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
