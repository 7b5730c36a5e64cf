"""Dates in English words; knows no other language, and no symbol of EDTF."""

from nutgraf.languages.wording import DateWords, Leads, Said, say
from nutgraf.model.edtf import Edtf

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_PLAIN = Leads(alone="", about="about ", start="", end="to ", since="since ", until="until ")
_DECADE = Leads(
    alone="the ",
    about="about the ",
    start="the ",
    end="to the ",
    since="since the ",
    until="until the ",
)
# 20XX is any year from 2000 to 2099: "the 2000s" would be taken for the decade 200X.
_YEARS = Leads(
    alone="some time in ",
    about="about ",
    start="some time in ",
    end="to some time in ",
    since="since some time in ",
    until="until some time in ",
)


def _leads(kind: Said, _word: str) -> Leads:
    if kind == "years":
        return _YEARS
    return _DECADE if kind == "decade" else _PLAIN


_WORDS = DateWords(
    months=MONTHS,
    seasons=("spring", "summer", "autumn", "winter"),
    first_day="1",
    before_christ="{} BC",
    after_christ="AD {}",
    decade="{}s",
    years="{}\N{EN DASH}{}",
    unspecified={"month": "month unknown", "day": "day unknown"},
    uncertain="uncertain",
    possibly="possibly {}",
    roughly="about {}",
    leads=_leads,
)


def in_words(date: Edtf) -> str:
    """Return the date in English, as in "about December 2018", without a capital of its own."""
    return say(date, _WORDS)
