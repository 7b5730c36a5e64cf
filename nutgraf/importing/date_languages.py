"""Which rules for dates belong to which language. Without any of its own, a language has those of digits only."""

from __future__ import annotations

import functools

from nutgraf.importing.date_tables import DateTable, language
from nutgraf.importing.date_words import WORDS
from nutgraf.importing.dates import DateLanguage
from nutgraf.importing.dates_en import ENGLISH
from nutgraf.importing.dates_han import HAN
from nutgraf.locales.pick import primary

_DIGITS = DateTable(months="\x00", weekdays="\x00")


@functools.cache
def date_language(tag: str) -> DateLanguage:
    """The rules for a BCP 47 language tag."""
    spoken = primary(tag)
    if spoken == "en":
        return ENGLISH
    if spoken in ("zh", "ja"):
        return HAN
    return language(WORDS.get(spoken, _DIGITS))
