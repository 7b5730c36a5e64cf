"""Picks a language's table by its tag, and reads it when it is first asked for. Refuses to hold a word itself."""

from __future__ import annotations

import functools
import importlib.util
from dataclasses import dataclass

from nutgraf.locales.locale import DateWords, Locale
from nutgraf.locales.wording import say
from nutgraf.model.edtf import Edtf
from nutgraf.model.strings import Strings

INTERFACES = ("en", "fr")
"""The languages that pages can be in; the first is that of all other pages."""

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Interface:
    """What a page is worded with."""

    strings: Strings
    dates: DateWords

    def in_words(self, date: Edtf) -> str:
        """The date as it stands within a sentence, as in "about December 2018", without a capital of its own."""
        return say(date, self.dates)


def locale_of(tag: str) -> Locale:
    """The table of a BCP 47 tag's language, with no part where there is none."""
    return _read(primary(tag))


def interface_for(tag: str) -> Interface:
    """The words for pages in that language; English where they are not all known."""
    locale = locale_of(tag)
    if locale.strings is None or locale.dates is None:
        return interface_for(INTERFACES[0])
    return Interface(locale.strings, locale.dates)


def primary(tag: str) -> str:
    """The primary language subtag: `fr` of `fr-CA`."""
    return tag.partition("-")[0].lower()


def direction(tag: str) -> str:
    """`rtl` or `ltr`, as in HTML's dir attribute."""
    return "rtl" if primary(tag) in _RIGHT_TO_LEFT else "ltr"


@functools.cache
def _read(language: str) -> Locale:
    name = f"{__package__}.{language}"
    has_table = language.isalpha() and len(language) <= 3 and importlib.util.find_spec(name) is not None
    table: Locale = importlib.import_module(name).LOCALE if has_table else Locale(tag=language)
    return table
