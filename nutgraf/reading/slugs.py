"""Ids and heading slugs: what may name a file, an address or a heading."""

from __future__ import annotations

import re
import unicodedata

_SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BETWEEN = re.compile(r"[\W_]+")

# Windows can't make files of these names, with any ending.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])", re.IGNORECASE)
LONGEST = 80


def slug(words: str) -> str:
    """The words in lower case joined by hyphens, in their own script (NFKC); empty when no letter or digit is left."""
    return _BETWEEN.sub("-", unicodedata.normalize("NFKC", words).lower()).strip("-")


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
    if not _SLUG.fullmatch(name):
        return "only letters and digits joined by single hyphens may stand in it"
    return None
