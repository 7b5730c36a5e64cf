"""Which characters no text of an author may hold, however written, and which can't be seen. Refuses to advise."""

from __future__ import annotations

import html
import re
import unicodedata

OPEN, CLOSE = "\ue000", "\ue001"
"""The two characters that reading/markdown/ works with."""
MEANINGLESS = f"\ud800-\udfff{OPEN}{CLOSE}\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(17)
)
"""Those, lone surrogates, and what HTML forbids (noncharacters), as the inside of a pattern's brackets."""

# Those, controls but tab and newline, and the line ends of Unicode, which YAML counts and editors don't.
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{MEANINGLESS}]")
_REPLACEMENT = "\ufffd"

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Characters that steer how others are set, and are none themselves to a reader."""


def forbidden_in(text: str) -> re.Match[str] | None:
    """The first character of a text that may not stand in it."""
    return _FORBIDDEN.search(text)


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen: it is empty, or holds only spaces and invisible characters."""
    return all(character.isspace() or unicodedata.category(character) == "Cf" for character in text)


def name_of(character: str) -> str:
    """The number of a character as Unicode writes it, such as U+0007."""
    return f"U+{ord(character):04X}"


def is_forbidden_reference(reference: str) -> bool:
    """Whether a numeric character reference of HTML (`&#7;`) means a character that is forbidden, or none at all."""
    meant = html.unescape(reference)
    return not meant or _REPLACEMENT in meant or forbidden_in(meant) is not None
