"""Picks the interface's words for a language tag, and knows which way a language is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nutgraf.languages import en, fr, wording_en, wording_fr
from nutgraf.model.edtf import Edtf
from nutgraf.model.strings import Strings

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Language:
    """One interface language: its words, and how it says a date."""

    tag: str
    strings: Strings
    in_words: Callable[[Edtf], str]


LANGUAGES: Mapping[str, Language] = {
    "en": Language("en", en.STRINGS, wording_en.in_words),
    "fr": Language("fr", fr.STRINGS, wording_fr.in_words),
}


def language_for(tag: str) -> Language:
    """The interface for a BCP 47 tag; English where nutgraf has no table of its own."""
    return LANGUAGES.get(primary(tag), LANGUAGES["en"])


def primary(tag: str) -> str:
    """The primary language subtag: `fr` of `fr-CA`."""
    return tag.partition("-")[0].lower()


def direction(tag: str) -> str:
    """`rtl` or `ltr`, as in HTML's dir attribute."""
    return "rtl" if primary(tag) in _RIGHT_TO_LEFT else "ltr"
