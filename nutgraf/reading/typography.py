"""Typographer's quotation marks, dashes and ellipses for English and French; other languages stay as typed.

Our own, because Python-Markdown's smarty doubles the time of a build and gets French and nested marks wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.locales.pick import primary

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"

_OPENS_AFTER = frozenset(" \t\n([{<\u2014\u2013\u00a0\u202f\u2018\u201c«")
_DASH = re.compile(r"(?<!-)---?(?!-)")
_ADDRESS = re.compile(r"((?:https?://|www\.)[^\s<>\"']+)")
_APOSTROPHE_YEAR = re.compile(r"'(?=\d0s\b)")
_FRENCH_HIGH = re.compile(r"(?<=[^\s\u00a0\u202f]) ?[ \u00a0]([;!?])(?=\s|$)")
_FRENCH_COLON = re.compile(r"(?<=[^\s\u00a0\u202f]) (:)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a language, outer and inner, with the spaces inside them."""

    outer: tuple[str, str]
    inner: tuple[str, str]


ENGLISH = Marks(("\u201c", "\u201d"), ("\u2018", "\u2019"))
FRENCH = Marks((f"«{NO_BREAK}", f"{NO_BREAK}»"), ("\u2018", "\u2019"))
_MARKS = {"en": ENGLISH, "fr": FRENCH}


def typeset(text: str, lang: str, before: str = "") -> str:
    """The text with its straight marks made typographic; `before` is the character that precedes it on the page."""
    language = primary(lang)
    marks = _MARKS.get(language)
    if marks is None:
        return text
    pieces = _ADDRESS.split(text)
    made = ""
    for number, piece in enumerate(pieces):
        # Odd pieces are addresses on the web, which readers copy as they stand.
        made += piece if number % 2 else _set(piece, marks, made[-1:] or before)
    return _french_spaces(made) if language == "fr" else made


def _set(text: str, marks: Marks, before: str) -> str:
    text = _DASH.sub(lambda m: "\u2014" if len(m[0]) == 3 else "\u2013", text.replace("...", "\u2026"))
    text = _APOSTROPHE_YEAR.sub("\u2019", text)
    return _quoted(text, marks, before)


def _quoted(text: str, marks: Marks, before: str) -> str:
    if '"' not in text and "'" not in text:
        return text
    made: list[str] = []
    previous = before
    for character in text:
        set_as = character
        if character in "\"'":
            pair = marks.outer if character == '"' else marks.inner
            opens = not previous or previous in _OPENS_AFTER
            set_as = pair[0] if opens else pair[1]
        made.append(set_as)
        previous = set_as[-1]
    return "".join(made)


def _french_spaces(text: str) -> str:
    text = _FRENCH_HIGH.sub(f"{NARROW_NO_BREAK}\\1", text)
    return _FRENCH_COLON.sub(f"{NO_BREAK}\\1", text)
