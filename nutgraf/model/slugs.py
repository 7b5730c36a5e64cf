"""Ids and heading slugs: what may name a file, an address or a heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Windows can't make files of these names, with any ending.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])", re.IGNORECASE)
_VARIATIONS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
LONGEST = 80


def slug(words: str) -> str:
    """The words in lower case joined by hyphens, in their own script (NFKC); empty when no letter or digit is left."""
    lower = unicodedata.normalize("NFKC", words).lower()
    return "-".join(_words(unicodedata.normalize("NFKC", lower)))


def why_not_an_id(name: str) -> str | None:
    """What keeps this name from being an id, or None: lower-case letters or digits of any script, joined by hyphens."""
    if len(name) > LONGEST:
        return f"it is longer than {LONGEST} characters"
    if _RESERVED.fullmatch(name):
        return "Windows reserves that name"
    if unicodedata.normalize("NFC", name) != name:
        return "its accents are stored apart from their letters (it isn't NFC)"
    if name != name.lower():
        return "it has capital letters"
    if not name or "-".join(_words(name)) != name:
        return "only letters and digits joined by single hyphens may stand in it"
    return None


def _words(text: str) -> Iterator[str]:
    """The runs of letters and digits, with the signs on them: Hindi and Thai write vowels so, Arabic and Hebrew may."""
    word = ""
    for character in text:
        if character.isalnum() or (word and _is_sign(character)):
            word += character
        elif word:
            yield word
            word = ""
    if word:
        yield word


def _is_sign(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc") and not _VARIATIONS.match(character)
