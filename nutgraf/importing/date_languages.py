"""Which rules for dates belong to which language. Without any of its own, a language has those of digits only."""

from __future__ import annotations

import functools

from nutgraf.importing.date_tables import DateTable, language
from nutgraf.importing.date_words import WORDS
from nutgraf.importing.dates import DateLanguage
from nutgraf.importing.dates_en import ENGLISH
from nutgraf.importing.dates_han import HAN

_DIGITS = DateTable(months="\x00", weekdays="\x00")


@functools.cache
def date_language(tag: str) -> DateLanguage:
    """The rules for a BCP 47 language tag."""
    primary = tag.partition("-")[0].lower()
    if primary == "en":
        return ENGLISH
    if primary in ("zh", "ja"):
        return HAN
    return language(WORDS.get(primary, _DIGITS))
